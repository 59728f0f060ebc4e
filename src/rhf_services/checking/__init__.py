"""The check: a case, a registry, a stage and a time in; a verdict out. Pure and deterministic.

And the question before it: which form an entity reports on for a year, and why.
"""

from rhf_services.checking.checks import check
from rhf_services.checking.choosing import which_form

__all__ = ["check", "which_form"]
