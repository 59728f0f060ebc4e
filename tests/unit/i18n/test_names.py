import pytest

from rhf_services import EntityType, Severity, Stage
from rhf_services.i18n import label
from rhf_services.i18n.names import in_words
from rhf_services.model.people import Role
from rhf_services.model.regions import REGIONS
from rhf_services.model.rules import Audience
from rhf_services.model.sources import Standing


@pytest.mark.parametrize(
    ("kind", "id_"),
    [
        *(("region", region) for region in REGIONS),
        *(("seat", region) for region in REGIONS),
        *(("role", role) for role in Role),
        *(("entity_type", kind) for kind in EntityType),
        *(("stage", stage) for stage in Stage),
        *(("severity", severity) for severity in Severity),
        *(("audience", audience) for audience in Audience),
        *(("standing", standing) for standing in Standing),
    ],
)
def test_every_id_we_know_has_a_name(kind, id_):
    assert label(kind, id_, "nb") not in (id_, "")


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_regions_are_called_the_same_in_all_languages(lang):
    assert label("region", "helse-sor-ost", lang) == "Helse Sør-Øst"


def test_a_parameter_in_the_plural_names_each_like_one():
    assert label("regions", "helse-nord", "nb") == "Helse Nord"


@pytest.mark.parametrize(
    ("kind", "id_"), [("region", "helse-sor"), ("colour", "blue"), ("", ""), ("s", "helse-nord")]
)
def test_an_id_without_a_name_is_shown_as_it_is(kind, id_):
    assert id_ == label(kind, id_, "nb")


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0"), (1, "én"), (5, "fem"), (10, "ti"), (11, "11")]
)
def test_small_numbers_are_written_in_words(number, expected):
    assert expected == in_words(number, "nb")
