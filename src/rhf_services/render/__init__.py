"""Forms, reports and rules as documents that people read: one neutral model, then HTML.

`render_form`, `render_report` and `render_rule` make the document, `html_page` and `html_fragment`
write it.
"""

from rhf_services.render.document import Document
from rhf_services.render.form import render_form
from rhf_services.render.html import (
    MissingExtraError,
    fragment_styles,
    html_fragment,
    html_page,
)
from rhf_services.render.report import render_report
from rhf_services.render.rule import render_rule
from rhf_services.render.sight import Reader

__all__ = [
    "Document",
    "MissingExtraError",
    "Reader",
    "fragment_styles",
    "html_fragment",
    "html_page",
    "render_form",
    "render_report",
    "render_rule",
]
