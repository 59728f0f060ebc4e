"""Answering programs in other languages: the same verbs for a process, a web service, and tests.

A verb is a question of JSON values, answered with JSON values (`answer`). A line of JSON-RPC holds
one question (`answered`); a process answers line after line (`serve`).
"""

from rhf_services.serving.asking import RefusalKind, RefusedError
from rhf_services.serving.lines import answered
from rhf_services.serving.process import MOST_BYTES, serve
from rhf_services.serving.verbs import VERBS, answer

__all__ = [
    "MOST_BYTES",
    "VERBS",
    "RefusalKind",
    "RefusedError",
    "answer",
    "answered",
    "serve",
]
