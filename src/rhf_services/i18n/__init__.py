"""Showing texts, findings, numbers and dates in the reader's language.

The only door to Babel. The language is always an argument; there is no current language.
"""

from rhf_services.i18n.entities import About, about, beside
from rhf_services.i18n.languages import LANGUAGES, Language, UnknownLanguageError, language
from rhf_services.i18n.names import label
from rhf_services.i18n.showing import show
from rhf_services.i18n.speech import Spoken, cite, message, speak

__all__ = [
    "LANGUAGES",
    "About",
    "Language",
    "Spoken",
    "UnknownLanguageError",
    "about",
    "beside",
    "cite",
    "label",
    "language",
    "message",
    "show",
    "speak",
]
