import pytest
from support.checks import built_in

from rhf_services.model import cases, entities, people, regions
from rhf_services.trace import carriers, trials
from rhf_services.trace.carriers import Carrier, CarrierKind
from rhf_services.trace.facts import Proof
from rhf_services.trace.statements import statement
from rhf_services.trace.switching import (
    SwitchedOffError,
    UnknownCarrierError,
    switched_off,
    without,
)

FORM = "national-treatment-service"


def value(address):
    return Carrier(CarrierKind.VALUE, f"rhf_services.{address}")


UNKNOWN = [
    carriers.rule("XYZ001"),
    carriers.template("gone"),
    carriers.edition(FORM, "1999"),
    *carriers.section("gone", FORM),
    *carriers.question("gone", FORM),
    *carriers.question("equal-access", "gone"),
    *carriers.text("gone.guidance", FORM),
    *carriers.text("section.activity.guidance", FORM),
    carriers.choices("gone"),
    value("model.gone:REGIONS"),
    value("model.regions:GONE"),
    value("model.regions:Region.GONE"),
]


@pytest.mark.parametrize("carrier", UNKNOWN, ids=str)
def test_what_does_not_exist_cannot_be_switched_off(carrier):
    with pytest.raises(UnknownCarrierError), switched_off(built_in(), carrier):
        pass


@pytest.mark.parametrize("carrier", [UNKNOWN[0], UNKNOWN[-1]], ids=str)
def test_a_carrier_that_does_not_exist_is_no_carrier(carrier):
    proof = Proof("S003-019", (carrier,), lambda _world: True)
    assert [trial.passed for trial in trials(built_in(), [proof])] == [True, False]


def test_what_is_loaded_stays_as_it_is():
    before = dict(built_in().templates)
    lessened = without(built_in(), carriers.section("people", FORM)[0])
    assert before == dict(built_in().templates)
    assert lessened.templates[FORM].editions[-1].section("people") is None
    assert built_in().templates[FORM].editions[-1].section("people") is not None


@pytest.mark.parametrize(
    ("carrier", "left"),
    [
        (carriers.edition(FORM, "2024"), lambda form: [e.id for e in form.editions] == ["2023"]),
        (
            carriers.question("equal-access", FORM)[0],
            lambda form: all("equal-access" not in e.by_id for e in form.editions),
        ),
        (
            carriers.text("equal-access.label", FORM)[0],
            lambda form: all(not e.by_id["equal-access"].label.nb for e in form.editions),
        ),
        (
            carriers.text("equal-access.guidance", FORM)[0],
            lambda form: all(e.by_id["equal-access"].guidance is None for e in form.editions),
        ),
        (carriers.text("title", FORM)[0], lambda form: not form.title.nb),
        (
            carriers.text("section.people.guidance", FORM)[0],
            lambda form: all(e.section("people").guidance is None for e in form.editions),
        ),
        (
            carriers.choices("quality-tools"),
            lambda form: form.editions[0].by_id["treatment-quality"].question.choices.choices == (),
        ),
    ],
    ids=lambda one: str(one) if isinstance(one, Carrier) else "",
)
def test_only_what_is_named_is_left_out(carrier, left):
    lessened = without(built_in(), carrier)
    changed = {id_ for id_, form in lessened.templates.items() if form != built_in().templates[id_]}
    assert left(lessened.templates[FORM])
    assert FORM in changed
    if carrier.kind is not CarrierKind.CHOICES:
        assert changed == {FORM}


def test_a_value_is_gone_for_a_while_and_comes_back():
    kept = regions.REGIONS
    with switched_off(built_in(), value("model.regions:REGIONS")):
        assert regions.REGIONS == ()
    assert regions.REGIONS is kept


def test_a_value_comes_back_after_a_mishap():
    kept = entities.ENTITY_TYPE_NAMES

    def mishap():
        with switched_off(built_in(), value("model.entities:ENTITY_TYPE_NAMES")):
            raise ZeroDivisionError(len(entities.ENTITY_TYPE_NAMES))

    with pytest.raises(ZeroDivisionError, match=r"^0$"):
        mishap()
    assert entities.ENTITY_TYPE_NAMES is kept


def test_a_member_is_gone_from_the_values_it_belongs_to():
    with switched_off(built_in(), value("model.people:Role.COORDINATOR")):
        assert "coordinator" not in {str(role) for role in people.Role}
        assert "academic-lead" in {str(role) for role in people.Role}
    assert people.Role("coordinator") is people.Role.COORDINATOR


def test_a_field_holds_nothing():
    with switched_off(built_in(), value("model.entities:Entity.part_of")):
        assert entities.Entity(part_of="a").part_of is None
    assert entities.Entity(part_of="a").part_of == "a"


def test_a_function_refuses():
    with switched_off(built_in(), value("model.cases:Deputy.on")), pytest.raises(SwitchedOffError):
        cases.Deputy("a", "b").on(None)
    assert cases.Deputy("a", "b").on(None)


def test_a_statement_nobody_made_is_named():
    with pytest.raises(LookupError, match="S009-001"):
        statement("S009-001")
