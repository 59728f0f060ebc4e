"""What carries each statement of the documents, and the proof that it does.

The statements are data (``requirements.csv``); what carries them is listed beside a small proof
each, and every carrier is switched off once to see that the proof notices.
"""

from rhf_services.trace.carriers import Carrier, CarrierKind
from rhf_services.trace.proofs import proofs
from rhf_services.trace.proving import Trial, holds, trials, try_without
from rhf_services.trace.statements import Statement, statements
from rhf_services.trace.tracing import Traced, TracedAs, trace

__all__ = [
    "Carrier",
    "CarrierKind",
    "Statement",
    "Traced",
    "TracedAs",
    "Trial",
    "holds",
    "proofs",
    "statements",
    "trace",
    "trials",
    "try_without",
]
