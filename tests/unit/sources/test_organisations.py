import pytest
from stdnum.no import orgnr

from rhf_services.model.entities import Entity, Host, ReportedEntity
from rhf_services.model.regions import REGIONS, Region
from rhf_services.sources.documents import DOCUMENTS, OUR_PROPOSAL, proposal
from rhf_services.sources.organisations import (
    name_of,
    organisation,
    organisations,
    region_of,
    responsible_regions,
)

REGISTER = organisations()
NUMBERED = [found for found in REGISTER if found.number is not None]


def test_ids_are_unique():
    ids = [found.id for found in REGISTER]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("found", NUMBERED, ids=lambda found: found.id)
def test_an_organisation_number_has_the_right_check_digit(found):
    assert orgnr.is_valid(found.number)


def test_no_two_organisations_have_the_same_number():
    numbers = [found.number for found in NUMBERED]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_its_health_authority(region):
    (rhf,) = [found for found in REGISTER if found.kind == "rhf" and found.regions == (region,)]
    assert rhf.number is not None
    assert f"{region}-rhf" == rhf.id


@pytest.mark.parametrize("found", REGISTER, ids=lambda found: found.id)
def test_every_owner_is_in_the_register(found):
    assert [owner for owner in found.parents if organisation(owner) is None] == []
    assert found.id not in found.parents


@pytest.mark.parametrize(
    "found", [one for one in REGISTER if one.kind in ("hf", "site")], ids=lambda found: found.id
)
def test_trusts_and_sites_have_an_owner_in_their_region(found):
    owned = {region for owner in found.parents for region in organisation(owner).regions}
    assert found.parents
    assert set(found.regions) <= owned


def test_every_row_says_where_it_was_read_and_how_sure_that_is():
    assert [found.id for found in REGISTER if not found.source] == []
    assert {"high", "medium", "low"} >= {found.confidence for found in REGISTER}
    kinds = {"rhf", "hf", "joint-hf", "company", "private-hospital", "private-centre", "site"}
    assert kinds >= {found.kind for found in REGISTER}


def test_the_register_is_read_once():
    assert REGISTER is organisations()


@pytest.mark.parametrize(
    ("host", "region"),
    [
        (Host(organisation="helse-bergen"), Region.HELSE_VEST),
        (Host(organisation="helse-bergen", region="helse-nord"), Region.HELSE_VEST),
        (Host(organisation="an-unknown-hospital", region="helse-nord"), Region.HELSE_NORD),
        (Host(name="Et sykehus", region="helse-nord"), Region.HELSE_NORD),
        (Host(name="Et sykehus", region="helse-sor"), None),
        (Host(name="Et sykehus"), None),
    ],
)
def test_the_register_knows_a_hosts_region_best(host, region):
    assert region is region_of(host)


def test_what_the_four_own_together_is_of_no_one_region():
    shared = next(found for found in REGISTER if len(found.regions) > 1)
    assert region_of(Host(organisation=shared.id)) is None
    assert region_of(Host(organisation=shared.id, region="helse-vest")) is Region.HELSE_VEST


BERGEN = {"hosts": [{"organisation": "helse-bergen"}]}


@pytest.mark.parametrize(
    ("entity", "reported", "expected"),
    [
        (None, BERGEN, (Region.HELSE_VEST,)),
        (None, {}, ()),
        (None, {"hosts": [{"name": "Et sykehus"}]}, ()),
        (
            None,
            {"hosts": [*BERGEN["hosts"], {"region": "helse-nord"}, *BERGEN["hosts"]]},
            (Region.HELSE_VEST, Region.HELSE_NORD),
        ),
        (Entity(regions=("helse-nord",)), BERGEN, (Region.HELSE_NORD,)),
        (Entity(regions=("helse-sor",)), BERGEN, (Region.HELSE_VEST,)),
        (Entity(hosts=(Host(region="helse-nord"),)), BERGEN, (Region.HELSE_NORD,)),
        (Entity(), BERGEN, (Region.HELSE_VEST,)),
    ],
    ids=[
        "where the report says",
        "nowhere",
        "a host of no known region",
        "two regions, each once",
        "the host's own word",
        "the host's word of no region",
        "where the host says",
        "a host that knows nothing",
    ],
)
def test_the_responsible_regions_are_those_the_host_names_or_the_places_lie_in(
    entity, reported, expected
):
    assert expected == responsible_regions(entity, ReportedEntity.read(reported))


@pytest.mark.parametrize(
    ("host", "name"),
    [
        (Host(organisation="helse-bergen"), "Helse Bergen HF"),
        (Host(organisation="helse-bergen", name="Et annet navn"), "Helse Bergen HF"),
        (Host(organisation="nobody-knows", name="Et sykehus"), "Et sykehus"),
        (Host(organisation="nobody-knows"), "nobody-knows"),
        (Host(name="Annen institusjon"), "Annen institusjon"),
        (Host(), None),
    ],
)
def test_an_institution_is_called_as_registered_or_as_it_was_written(host, name):
    assert name_of(host) == name


def test_documents_are_defined_once():
    ids = [document.id for document in DOCUMENTS]
    assert len(ids) == len(set(ids))


def test_our_own_choices_cite_ourselves():
    cited = proposal("why")
    assert (cited.document, cited.section, cited.rows) == (OUR_PROPOSAL, "why", ())
