"""Entities and years with the form they report on, and why, as the decisions have it."""

from datetime import date
from functools import cache

from attrs import frozen
from support.checks import built_in
from support.plugins import edition, form, plugin

from rhf_services import Entity, Registry, load_registry
from rhf_services.hooks import installed_plugins
from rhf_services.model.entities import EntityType, Host
from rhf_services.model.forms import Phase
from rhf_services.model.questions import LongText
from rhf_services.model.regions import Region


@frozen
class Asked:
    """An entity and a year, with the answer to expect."""

    name: str
    entity: Entity
    year: int
    reason: str
    template: str | None = None
    accepted: str | None = None
    remarks: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    plugins: str = "all"

    @property
    def registry(self) -> Registry:
        """What is loaded where it is asked."""
        return registry_with(self.plugins)


@cache
def registry_with(plugins: str) -> Registry:
    """Give a registry: all that is installed, ours alone, or with a stranger's forms too."""
    if plugins == "all":
        return built_in()
    core = [one for one in installed_plugins() if one.info.core]
    if plugins == "core":
        return load_registry(core)
    if plugins == "empty":
        return load_registry([])
    return load_registry([*core, STRANGERS[plugins]])


def _form(id_, kind=EntityType.REGIONAL_COMPETENCE_CENTRE, **more):
    return form(id_, entity_types=(kind,), **more)


STRANGERS = {
    "helse-nord": plugin(
        "helse-nord",
        templates=[
            _form("helse-nord.new", regions=(Region.HELSE_NORD,), phases=(Phase.NEW,)),
            _form("helse-nord.usual", regions=(Region.HELSE_NORD,), phases=(Phase.RUNNING,)),
        ],
    ),
    "twice": plugin("twice", templates=[_form("twice.one"), _form("twice.other")]),
    "later": plugin(
        "helse-vest",
        templates=[
            _form(
                "helse-vest.regional-competence-centre",
                EntityType.REGIONAL_COMPETENCE_CENTRE,
                regions=(Region.HELSE_VEST,),
            )
        ],
    ),
    "centre": plugin("centre", templates=[_form("centre.own", EntityType.NATIONAL_CENTRE)]),
    "network": plugin(
        "network",
        templates=[
            form(
                "network.own",
                edition(2026, LongText("network.status")),
                entity_types=(EntityType.INTERREGIONAL_NETWORK,),
            )
        ],
    ),
}

NKT, CENTRE, NETWORK = (
    "national-competence-service",
    "national-centre",
    "quality-and-competence-network",
)
NEW, FINAL = f"{NKT}-new", f"{NKT}-final"
RK, RK_VEST = "regional-competence-centre", "helse-vest.regional-competence-centre"
RS, RS_SOR_OST = "regional-competence-service", "helse-sor-ost.regional-competence-service"
MIDNIGHT = date(2024, 12, 31)
FIRST = date(2024, 1, 1)


def _nkt(**more):
    return Entity(type=NKT, **more)


CASES = [
    Asked("running", _nkt(started=date(2014, 1, 1)), 2024, "running", NKT),
    Asked("running until later", _nkt(started_year=2014, last_year=2026), 2024, "running", NKT),
    Asked("the day after its first year", _nkt(started=date(2023, 12, 31)), 2024, "running", NKT),
    Asked("nobody gave a start", _nkt(), 2024, "running", NKT, remarks=("start-unknown",)),
    Asked("new on the first day", _nkt(started=FIRST), 2024, "new", NEW),
    Asked("new on the last day", _nkt(started=MIDNIGHT), 2024, "new", NEW),
    Asked("new, only the year known", _nkt(started_year=2024), 2024, "new", NEW),
    Asked("the day goes before the year", _nkt(started=FIRST, started_year=2020), 2024, "new", NEW),
    Asked("the last day of the year", _nkt(last_day=MIDNIGHT), 2024, "final", FINAL),
    Asked("the first day of the year", _nkt(last_day=FIRST), 2024, "final", FINAL),
    Asked("a day later", _nkt(started_year=2001, last_day=date(2025, 1, 1)), 2024, "running", NKT),
    Asked("final, only the year known", _nkt(last_year=2024), 2024, "final", FINAL),
    Asked("new and final", _nkt(started=FIRST, last_day=MIDNIGHT), 2024, "final", FINAL),
    Asked("after its last day", _nkt(last_day=MIDNIGHT), 2025, "ended", None, FINAL, ("accepted",)),
    Asked(
        "the year before it started",
        _nkt(started=date(2025, 1, 1)),
        2024,
        "not-started",
        None,
        NEW,
        ("accepted",),
    ),
    Asked(
        "an old year before it started",
        _nkt(started=date(2014, 1, 1)),
        2013,
        "not-started",
        None,
        "archive",
        ("accepted",),
    ),
    Asked("a new centre", Entity(type=CENTRE, started=FIRST), 2024, "new", CENTRE),
    Asked("a running centre", Entity(type=CENTRE, started_year=2020), 2024, "running", CENTRE),
    Asked("a centre that ends", Entity(type=CENTRE, last_day=MIDNIGHT), 2024, "last-year", CENTRE),
    Asked(
        "a network's first year", Entity(type=NETWORK, started=FIRST), 2024, "first-year", NETWORK
    ),
    Asked("a running network", Entity(type=NETWORK), 2024, "running", NETWORK),
    Asked(
        "a treatment service's first year",
        Entity(type="national-treatment-service", started_year=2024),
        2024,
        "first-year",
        "national-treatment-service",
    ),
    Asked(
        "several regions",
        Entity(
            type="multiregional-treatment-service",
            hosts=(Host("oslo-universitetssykehus"), Host("helse-bergen")),
        ),
        2024,
        "running",
        "multiregional-treatment-service",
        remarks=("shared",),
    ),
    Asked("a sub-unit", Entity(part_of="S-NKSD"), 2024, "part-of"),
    Asked(
        "a sub-unit of a known kind",
        _nkt(part_of="S-NKSD", started_year=1999),
        2024,
        "part-of",
        None,
        NKT,
        ("accepted",),
    ),
    Asked("a sub-unit that ended", Entity(part_of="S-NKSD", last_year=2020), 2024, "ended"),
    Asked(
        "an interregional network", Entity(type="interregional-network"), 2026, "no-form-for-kind"
    ),
    Asked(
        "one whose form is for later",
        Entity(type="interregional-network"),
        2024,
        "no-edition",
        plugins="network",
    ),
    Asked("an old year", _nkt(started_year=2001), 2022, "archive", "archive"),
    Asked("the first year of the old form", Entity(type=CENTRE), 2009, "archive", "archive"),
    Asked(
        "an old year in a region without a form",
        Entity(type=RK, regions=("helse-nord",)),
        2022,
        "archive",
        "archive",
    ),
    Asked("the first year of the new forms", Entity(type=CENTRE), 2023, "running", CENTRE),
    Asked("before there were forms", Entity(type=CENTRE), 2008, "no-edition"),
    Asked(
        "a later year than entered",
        Entity(type=CENTRE),
        2026,
        "running",
        CENTRE,
        remarks=("year-not-entered",),
    ),
    Asked(
        "a region's centre",
        Entity(type=RK, hosts=(Host("helse-bergen"),)),
        2024,
        "running",
        RK_VEST,
    ),
    Asked(
        "a region's service",
        Entity(type=RS, regions=("helse-sor-ost",)),
        2024,
        "running",
        RS_SOR_OST,
    ),
    Asked(
        "a centre in another region", Entity(type=RK, regions=("helse-nord",)), 2024, "other-region"
    ),
    Asked(
        "a region that calls them something else",
        Entity(type=RS, regions=("helse-vest",)),
        2024,
        "other-region",
    ),
    Asked("a centre in no known region", Entity(type=RK), 2024, "region-unknown"),
    Asked(
        "a centre in no known region, nothing installed",
        Entity(type=RK),
        2024,
        "region-unknown",
        missing=(RK_VEST,),
        plugins="core",
    ),
    Asked(
        "the region's form is not installed",
        Entity(type=RK, regions=("helse-vest",)),
        2024,
        "not-installed",
        missing=(RK_VEST,),
        plugins="core",
    ),
    Asked(
        "another region, nothing installed",
        Entity(type=RK, regions=("helse-nord",)),
        2024,
        "other-region",
        plugins="core",
    ),
    Asked(
        "the region's form is for later years",
        Entity(type=RK, regions=("helse-vest",)),
        2023,
        "no-edition",
        plugins="later",
    ),
    Asked("no kind", Entity(), 2024, "kind-unknown"),
    Asked("a kind nobody knows", Entity(type="a-new-kind"), 2024, "kind-unknown"),
    Asked(
        "the host's choice",
        _nkt(last_day=MIDNIGHT, template={"2024": NKT}),
        2024,
        "host-choice",
        NKT,
    ),
    Asked(
        "the host's choice for another year",
        _nkt(last_day=MIDNIGHT, template={"2023": NKT}),
        2024,
        "final",
        FINAL,
    ),
    Asked(
        "the host's choice after the last day",
        _nkt(last_day=FIRST, template={"2025": NKT}),
        2025,
        "host-choice",
        NKT,
        remarks=("year-not-entered",),
    ),
    Asked(
        "the host's choice for a sub-unit of no known kind",
        Entity(part_of="a", template={"2024": CENTRE}),
        2024,
        "host-choice",
        CENTRE,
    ),
    Asked(
        "a blank choice is none",
        Entity(type=CENTRE, template={"2024": " "}),
        2024,
        "running",
        CENTRE,
    ),
    Asked(
        "a choice that is not loaded",
        _nkt(template={"2024": "elsewhere.form"}),
        2024,
        "host-choice-not-loaded",
        missing=("elsewhere.form",),
    ),
    Asked(
        "a choice for other years",
        _nkt(template={"2024": "archive"}),
        2024,
        "host-choice-other-years",
        missing=("archive",),
    ),
    Asked(
        "a plugin's form for new ones",
        Entity(type=RK, regions=("helse-nord",), started_year=2024),
        2024,
        "new",
        "helse-nord.new",
        plugins="helse-nord",
    ),
    Asked(
        "a plugin's form for running ones",
        Entity(type=RK, regions=("helse-nord",), started_year=2020),
        2024,
        "running",
        "helse-nord.usual",
        plugins="helse-nord",
    ),
    Asked(
        "a plugin's form where no last one is named",
        Entity(type=RK, regions=("helse-nord",), last_year=2024),
        2024,
        "last-year",
        "helse-nord.usual",
        plugins="helse-nord",
    ),
    Asked("two strangers' forms", Entity(type=RK), 2024, "several-forms", plugins="twice"),
    Asked("ours stands", Entity(type=CENTRE), 2024, "running", CENTRE, plugins="centre"),
    Asked("nothing loaded", Entity(type=CENTRE), 2024, "no-form-for-kind", plugins="empty"),
]

NAMES = [asked.name for asked in CASES]
