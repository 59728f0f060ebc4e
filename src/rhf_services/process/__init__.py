"""What happens to forms and reports over the years: what changed, and what is carried over.

A form changes from edition to edition (`difference`); a new report begins with what lasts of the
old one, and nothing of that disappears without a line in the account (`carry_over`).
"""

from rhf_services.process.account import Account, CarriedOver, Fate, Line, Reason
from rhf_services.process.account_words import account_document
from rhf_services.process.carrying import carry_over
from rhf_services.process.changes import Change, ChangeKind
from rhf_services.process.comparison import Difference, NoEditionError, Stand, difference, stand
from rhf_services.process.difference_output import difference_document
from rhf_services.process.fitting import forms_for

__all__ = [
    "Account",
    "CarriedOver",
    "Change",
    "ChangeKind",
    "Difference",
    "Fate",
    "Line",
    "NoEditionError",
    "Reason",
    "Stand",
    "account_document",
    "carry_over",
    "difference",
    "difference_document",
    "forms_for",
    "stand",
]
