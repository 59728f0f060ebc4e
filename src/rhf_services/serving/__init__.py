"""Answering programs in other languages: the same verbs for a process, a web service, and tests.

A verb is a question of JSON values, answered with JSON values (`answer`). A line of JSON-RPC holds
one question (`answered`); a process answers line after line (`serve`). What a service of your own
needs besides: parameters read from JSON (`parse`), the schemas of parameters and the names of
answers (`PARAMS`, `RESULTS`), and what a log may hold (`where_it_failed`).
"""

from rhf_services.serving.asking import RefusalKind, RefusedError
from rhf_services.serving.lines import answered
from rhf_services.serving.logs import where_it_failed
from rhf_services.serving.process import MOST_BYTES, serve
from rhf_services.serving.verbs import VERBS, answer
from rhf_services.wire.json_text import Parsed, parse
from rhf_services.wire.schemas.answers import RESULTS
from rhf_services.wire.schemas.questions import PARAMS

__all__ = [
    "MOST_BYTES",
    "PARAMS",
    "RESULTS",
    "VERBS",
    "Parsed",
    "RefusalKind",
    "RefusedError",
    "answer",
    "answered",
    "parse",
    "serve",
    "where_it_failed",
]
