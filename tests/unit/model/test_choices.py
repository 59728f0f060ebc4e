import pytest

from rhf_services.forms.choices import AFFILIATIONS
from rhf_services.model.choices import Choice, ChoiceList, Picked
from rhf_services.model.text import Text
from rhf_services.model.years import Years

TOOLS = ChoiceList(
    "tools",
    (Choice("ruler", Text("Linjal"), Years(2009, 2022)), Choice("scale", Text("Vekt"))),
    source=None,
)


def test_a_retired_choice_is_still_known_and_named():
    assert TOOLS.knows("ruler")
    assert TOOLS.label_of("ruler") == Text("Linjal")


def test_a_choice_nobody_knows_has_no_label():
    assert not TOOLS.knows("compass")
    assert TOOLS.label_of("compass") is None


def test_the_affiliations_are_the_four_regions_and_other():
    expected = ["helse-nord", "helse-midt-norge", "helse-sor-ost", "helse-vest", "other"]
    assert expected == [choice.id for choice in AFFILIATIONS.choices]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("biobank", Picked(id="biobank")),
        ("a-choice-nobody-knows", Picked(id="a-choice-nobody-knows")),
        ({"other": "Skjema"}, Picked(other="Skjema")),
        (" ", None),
        (None, None),
        ({"other": " "}, None),
        ({"other": 3}, None),
        ({}, None),
        (3, None),
        (["biobank"], None),
    ],
)
def test_a_choice_is_an_id_or_a_text_of_ones_own(raw, expected):
    assert expected == Picked.read(raw)


def test_what_somebody_wrote_is_not_shown_when_printed():
    assert "Skjema" not in repr(Picked(other="Skjema"))
