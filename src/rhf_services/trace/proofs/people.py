"""The tab «Roller og ansvar»: who is there, in which role, and who submits."""

from typing import Any, Final

from rhf_services.model import differences, people
from rhf_services.model.entities import Host
from rhf_services.model.people import Person
from rhf_services.model.report import Report
from rhf_services.model.rules import Audience, Severity, Stage
from rhf_services.sources import organisations
from rhf_services.trace.carriers import rule, section, text, value
from rhf_services.trace.facts import Fact, Proof, every, speaks, tells
from rhf_services.trace.world import ALL, NATIONAL, NETWORK, RUNNING, TREATMENT, World

LOOK_THROUGH = "section.people.guidance"
LEAD: Final[dict[str, Any]] = {
    "id": "p1",
    "name": "Kari Eksempel",
    "roles": [{"role": "academic-lead"}],
}
AT = "2025-02-14T10:00:00+01:00"


def _report(*persons: dict[str, Any], year: int = 2024) -> Report:
    return Report({"format": "rhf-report/1", "year": year, "people": list(persons)})


def _person(**given: Any) -> Person:
    return _report({**LEAD, **given}).people[0]


def the_lead_submits(world: World) -> bool:
    """The lead submits, in whatever other role; or a deputy the host entered, on the days given."""
    both = {**LEAD, "roles": [{"role": "coordinator"}, {"role": "academic-lead"}]}
    deputy = {"for": "p1", "person": "p9", "from": "2025-02-01", "to": "2025-02-28"}

    def held_back(by: str, at: str = AT, lead: dict[str, Any] = LEAD) -> bool:
        around = {"attempt": {"by": by, "at": at}, "deputies": [deputy]}
        verdict = world.check(RUNNING, people=[lead], around=around)
        return any(one.blocks for one in world.found(verdict, "SUB001"))

    def held_back_on(form: str) -> bool:
        verdict = world.check(form, people=[LEAD], around={"attempt": {"by": "p2", "at": AT}})
        return any(one.blocks for one in world.found(verdict, "SUB001"))

    late = "2025-03-14T10:00:00+01:00"
    return (
        all(held_back_on(form.id) for form in world.forms(*ALL))
        and not held_back("p1")
        and not held_back("p1", lead=both)
        and not held_back("p9")
        and held_back("p9", late)
        and held_back("p2")
    )


def a_lead_is_needed(world: World) -> bool:
    """Without a lead nothing is submitted; two are told of, but in a multiregional service."""
    second = {**LEAD, "id": "p2", "name": "Ola Oppdiktet"}
    none = [world.found(world.check(form.id, people=[]), "SUB001") for form in world.forms(*ALL)]
    two, fine = (
        world.found(world.check(form, people=[LEAD, second]), "PER001")
        for form in (RUNNING, TREATMENT[1])
    )
    told = [(one.severity, one.audience) for one in two]
    return (
        all([one.blocks for one in found] == [True] for found in none)
        and told == [(Severity.INFO, Audience.SERVICE_ENVIRONMENT)]
        and fine == ()
    )


def can_be_chosen(role: str, name: str, form: str) -> Fact:
    """Tell whether a role is known and named, can be held, and may stand empty."""

    def holds(world: World) -> bool:
        held = world.check(form, people=[LEAD, {**LEAD, "id": "p2", "roles": [{"role": role}]}])
        absent = world.check(form, people=[LEAD])
        spoken_of = {
            one.code for one in (*held.findings, *absent.findings) if one.section == "people"
        }
        names = {str(key): text.nb for key, text in people.ROLE_NAMES.items()}
        return (
            role in {str(one) for one in people.Role}
            and names[role] == name
            and _person(roles=[{"role": role}]).holds(role)
            and spoken_of == set()
        )

    return holds


def members_have_region_or_institution(_world: World) -> bool:
    """A member has room for a region, an institution from the list, or one in words; or none."""
    member = [{"role": "reference-group-member", "region": "helse-vest"}]
    listed, told, bare = (
        _person(roles=member, institution={"organisation": "helse-bergen"}),
        _person(roles=member, institution={"name": "En oppdiktet forening"}),
        _person(roles=[{"role": "reference-group-member"}]),
    )
    return (
        [str(one.roles[0].region) for one in (listed, told)] == ["helse-vest", "helse-vest"]
        and listed.institution == Host(organisation="helse-bergen")
        and told.institution == Host(name="En oppdiktet forening")
        and (bare.roles[0].region, bare.institution) == (None, None)
    )


def roles_are_open(world: World) -> bool:
    """An unknown role is kept as it was written, and only the host is told."""
    raw = {**LEAD, "roles": [{"role": "academic-lead"}, {"role": "secretary"}]}
    verdict = world.check(RUNNING, people=[raw], sections={"evaluation": {"not_applicable": "Ny."}})
    told = world.found(verdict, "STR006")
    known = {str(one) for one in people.Role}
    return (
        _person(roles=raw["roles"]).holds("secretary")
        and [(one.audience, one.severity, one.blocks) for one in told]
        == [(Audience.HOST, Severity.INFO, False)]
        and "academic-lead" in known
        and "secretary" not in known
    )


def phone_is_kept(world: World) -> bool:
    """A number is kept as it was written, or left out; nobody checks its form."""
    odd = "00 00 - spør sentralbordet"
    verdict = world.check(RUNNING, people=[{**LEAD, "phone": odd}])
    spoken_of = [one for one in verdict.findings if "phone" in one.place.json_pointer]
    return _person(phone=odd).phone == odd and _person().phone is None and spoken_of == []


def new_persons_are_added(_world: World) -> bool:
    """A report holds persons the last one had not."""
    new = {"id": "p2", "name": "Ola Oppdiktet", "roles": [{"role": "reference-group-member"}]}
    found = differences.people_that_differ(_report(LEAD, year=2023), _report(LEAD, new))
    return [(str(one.kind), one.now) for one in found] == [("new", 1)]


def those_who_differ(_world: World) -> bool:
    """Asked, the library answers which persons differ from the last report."""
    ola = {"id": "p2", "name": "Ola Oppdiktet", "email": "ola@example.org"}
    now = _report(LEAD, {**ola, "email": "ola.oppdiktet@example.org"})
    found = differences.people_that_differ(_report(ola, LEAD, year=2023), now)
    same = differences.people_that_differ(now, now)
    return same == () and [(one.now, one.before, one.parts) for one in found] == [
        (1, 0, ("email",))
    ]


def roles_change_with_the_year(_world: World) -> bool:
    """A change of role is recorded in the report of the year it applies to."""
    other = {**LEAD, "roles": [{"role": "administrative-lead"}]}
    before, now = _report(LEAD, year=2023), _report(other)
    (found,) = differences.people_that_differ(before, now)
    return (
        (found.year, found.parts) == (2024, ("roles",))
        and before.people[0].holds("academic-lead")
        and now.people[0].holds("administrative-lead")
    )


def institutions_are_open(world: World) -> bool:
    """An institution is one of the list, or any other in words; an unknown one is kept."""
    names = [
        organisations.name_of(found)
        for raw in (
            {"organisation": "helse-bergen"},
            {"name": "Annen institusjon i eksempelbyen"},
            {"organisation": "a-hospital-nobody-knows"},
        )
        if (found := _person(institution=raw).institution) is not None
    ]
    unknown = {**LEAD, "institution": {"organisation": "a-hospital-nobody-knows"}}
    verdict = world.check(RUNNING, people=[unknown], stage=Stage.DRAFT)
    spoken_of = [one for one in verdict.findings if "institution" in one.place.json_pointer]
    kept = ["Helse Bergen HF", "Annen institusjon i eksempelbyen", "a-hospital-nobody-knows"]
    return names == kept and spoken_of == []


def an_overview_of_persons(world: World) -> bool:
    """The second tab is filled from the people of the report, and asks nothing beside."""
    asked = [edition.section("people") for form in world.forms(*ALL) for edition in form.editions]
    return all(part is not None and part.asked == () for part in asked) and [
        one.name for one in _report(LEAD, {**LEAD, "name": "Ola Oppdiktet"}).people
    ] == ["Kari Eksempel", "Ola Oppdiktet"]


def _told_to_look(*words: str, forms: tuple[str, ...] = ALL) -> Fact:
    return lambda world: all(
        tells(form.id, LOOK_THROUGH, *words)(world) for form in world.forms(*forms)
    )


_DIFFERENCES = value("model.differences", "people_that_differ")
_PEOPLE = value("model.report", "Report.people")
_OPEN = (rule("STR006"), *value("model.people", "Person.roles"))

PROOFS = (
    Proof(
        "S003-019",
        (
            rule("SUB001"),
            *value("model.cases", "Deputy.on"),
            *value("model.people", "Person.roles"),
        ),
        every(speaks("SUB001", Severity.ERROR, Audience.LEAD), the_lead_submits),
    ),
    Proof("S003-053", (*section("people", *ALL), *_PEOPLE), an_overview_of_persons),
    Proof(
        "S003-054",
        (rule("SUB001"), rule("PER001"), *value("model.people", "Person.roles")),
        every(
            speaks("SUB001", Severity.ERROR, Audience.LEAD),
            speaks("PER001", Severity.INFO, Audience.SERVICE_ENVIRONMENT),
            a_lead_is_needed,
        ),
    ),
    Proof(
        "S003-055",
        value("model.people", "Role.ADMINISTRATIVE_LEAD", "ROLE_NAMES", "Person.roles"),
        can_be_chosen("administrative-lead", "administrativ leder", RUNNING),
    ),
    Proof(
        "S003-057",
        value("model.people", "RoleHeld.region", "Person.institution"),
        members_have_region_or_institution,
    ),
    Proof(
        "S003-058",
        value("model.people", "Role.NETWORK_MEMBER", "ROLE_NAMES", "Person.roles"),
        can_be_chosen("network-member", "medlem i nettverket", NETWORK),
    ),
    Proof("S003-059", _OPEN, every(speaks("STR006", Severity.INFO, Audience.HOST), roles_are_open)),
    Proof("S003-061", value("model.people", "Person.phone"), phone_is_kept),
    Proof(
        "S003-062",
        (*text(LOOK_THROUGH, *ALL), *_DIFFERENCES),
        every(_told_to_look("Stemmer opplysningene om personene", "Rett"), those_who_differ),
    ),
    Proof(
        "S003-063",
        (*text(LOOK_THROUGH, *ALL), *_PEOPLE),
        every(
            _told_to_look("legge til nye personer"),
            _told_to_look("oppnevnt etter at skjemaet ble sendt ut", forms=NATIONAL),
            new_persons_are_added,
        ),
    ),
    Proof(
        "S003-064",
        (
            *value("model.people", "Person.institution"),
            *value("sources.organisations", "organisations", "name_of"),
        ),
        institutions_are_open,
    ),
    Proof("S003-065", (rule("PER003"),), speaks("PER003", Severity.INFO, Audience.LEAD)),
    Proof("S003-066", (rule("PER002"),), speaks("PER002", Severity.WARNING, Audience.LEAD)),
    Proof("S003-067", value("model.people", "Person.phone"), phone_is_kept),
    Proof(
        "S003-068",
        (*_OPEN, *value("model.people", "Role.ACADEMIC_LEAD")),
        every(speaks("STR006", Severity.INFO, Audience.HOST), roles_are_open),
    ),
    Proof(
        "S003-071",
        (*_DIFFERENCES, *_PEOPLE, *value("model.report", "Report.year")),
        roles_change_with_the_year,
    ),
)
