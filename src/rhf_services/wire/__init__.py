"""JSON in and out, exactly: reports, cases, verdicts.

The only door to cattrs, and later to jsonschema. Nothing that a file may contain raises here;
what is wrong comes back as faults with their places.
"""

from rhf_services.wire.cases import LoadedCase, load_case, loads_case
from rhf_services.wire.digests import digest
from rhf_services.wire.outputs import finding_document, verdict_document
from rhf_services.wire.reports import dump, dumps, load, loads, read_report

__all__ = [
    "LoadedCase",
    "digest",
    "dump",
    "dumps",
    "finding_document",
    "load",
    "load_case",
    "loads",
    "loads_case",
    "read_report",
    "verdict_document",
]
