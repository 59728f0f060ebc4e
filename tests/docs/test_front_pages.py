"""The message that a front page shows is the one that is said."""

import pytest
from support.page_blocks import ROOT

from rhf_services import Stage, check, load_registry, speak
from rhf_services.i18n import label
from rhf_services.wire.cases import loads_case


@pytest.mark.parametrize(
    ("page", "lang", "code"),
    [
        ("docs/index.md", "en", "STR001"),
        ("docs/nb/index.md", "nb", "EVA001"),
        ("docs/nn/index.md", "nn", "EVA001"),
    ],
)
def test_a_front_page_shows_a_message_as_it_is_said(page, lang, code):
    case = loads_case((ROOT / "examples/reports/broken" / f"{code}.json").read_bytes()).case
    found = check(case, load_registry(), stage=Stage.SUBMISSION).findings
    (finding,) = [one for one in found if one.code == code]
    told = speak(finding, lang)
    shown = " ".join((ROOT / page).read_text("utf-8").split())

    assert f"**{told.says}** {told.mend} {told.then} {told.source}" in shown
    assert f" {label('severity', finding.severity, lang)} {{ .rhf-weight }}" in shown
