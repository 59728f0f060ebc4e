import io
import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from support.checks import report_of

from rhf_services import Attempt, Case, Entity, HostPolicy, Report, RuleChange, dumps
from rhf_services.model.cases import Cycle, Deputy, Extension
from rhf_services.model.continuations import Continuation
from rhf_services.model.entities import DatedDescription, DatedName, EntityType, Host, SubUnit
from rhf_services.model.faults import FaultKind
from rhf_services.model.people import ReferenceGroup, Seat
from rhf_services.model.places import Place
from rhf_services.model.regions import Region
from rhf_services.wire.cases import load_case, loads_case

NORWAY = timezone(timedelta(hours=1))
TEN = datetime(2025, 2, 14, 10, 0, tzinfo=NORWAY)
REPORT = {"format": "rhf-report/1", "template": "national-treatment-service", "year": 2024}


def loaded(**parts):
    return loads_case(json.dumps({"format": "rhf-case/1", "report": REPORT, **parts}))


def around(**parts):
    """Give the places that could not be read around the report."""
    faults = loaded(**parts).faults
    assert {FaultKind.UNREADABLE_PART} >= {fault.kind for fault in faults}
    return [fault.params["where"] for fault in faults]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"{}", b'{"format": "rhf-case/2"}'])
def test_what_is_no_case_gives_one_fault_and_no_report(data):
    read = loads_case(data)
    assert read.case.report is None
    assert [fault.kind for fault in read.faults] == [FaultKind.UNREADABLE]
    assert read.faults == read.case.faults


def test_a_report_alone_is_no_case():
    assert loads_case(json.dumps(REPORT)).faults[0].params == {"reason": "unknown-format"}


def test_everything_but_the_report_may_be_absent():
    read = loaded()
    assert read.faults == ()
    assert Case(report=Report(REPORT)) == read.case


def test_a_case_without_a_report_says_so():
    (fault,) = loads_case(b'{"format": "rhf-case/1"}').faults
    assert fault.params == {"reason": "no-report"}


def test_null_parts_are_absent():
    nothing = dict.fromkeys(
        ("entity", "group", "cycle", "previous", "attempt", "submitted", "deputies", "policy")
    )
    assert loaded().case == loaded(**nothing).case


def test_the_entity_is_read_whole():
    read = loaded(
        entity={
            "id": "e1",
            "type": "national-competence-service",
            "function": "building",
            "names": [{"name": "Et navn", "from": "2012-01-01", "to": None}],
            "descriptions": [{"text": "Kirurgi.", "icd10": "C40", "to": "2015-12-31"}],
            "hosts": [{"organisation": "helse-bergen"}],
            "units": [{"id": "u1", "name": "En enhet"}],
            "regions": ["helse-vest"],
            "approved": "2011-07-07",
            "started": "2012-01-01",
            "last_day": None,
            "predecessors": ["e0"],
            "successors": [],
            "part_of": None,
            "template": {"2024": "national-competence-service-final"},
            "rare_conditions": True,
            "coordinating_unit": {"name": "Et sykehus", "region": "helse-nord"},
            "continued_as": "network",
        }
    )
    assert read.faults == ()
    assert read.case.entity == Entity(
        id="e1",
        type="national-competence-service",
        function="building",
        names=(DatedName("Et navn", date(2012, 1, 1)),),
        descriptions=(DatedDescription("Kirurgi.", "C40", to=date(2015, 12, 31)),),
        hosts=(Host("helse-bergen"),),
        units=(SubUnit("u1", "En enhet"),),
        regions=("helse-vest",),
        approved=date(2011, 7, 7),
        started=date(2012, 1, 1),
        predecessors=("e0",),
        template={"2024": "national-competence-service-final"},
        rare_conditions=True,
        coordinating_unit=Host(name="Et sykehus", region="helse-nord"),
        continued_as=Continuation.NETWORK,
    )


def test_the_group_is_the_one_the_host_keeps():
    read = loaded(group=[{"role": "reference-group-member", "region": "helse-nord"}])
    seat = Seat("reference-group-member", Region.HELSE_NORD)
    assert ReferenceGroup((seat,), kept_by_host=True) == read.case.group


def test_an_empty_group_is_a_group_that_the_host_keeps():
    assert ReferenceGroup(kept_by_host=True) == loaded(group=[]).case.group


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("2025-02-17", date(2025, 2, 17)),
        ("2025-02-17T16:00:00+01:00", datetime(2025, 2, 17, 16, 0, tzinfo=NORWAY)),
        ("2025-02-17T15:00:00Z", datetime(2025, 2, 17, 16, 0, tzinfo=NORWAY)),
        (None, None),
    ],
)
def test_a_deadline_is_a_day_or_a_time(deadline, expected):
    cycle = loaded(cycle={"year": 2024, "deadline": deadline}).case.cycle
    assert Cycle(2024, deadline=expected) == cycle


def test_a_year_that_is_whole_valued_is_whole():
    assert Cycle(2024) == loaded(cycle={"year": 2024.0}).case.cycle


def test_deputies_are_named_as_json_has_them():
    read = loaded(deputies=[{"for": "p1", "person": "p2", "from": "2025-02-01", "to": None}])
    assert (Deputy("p1", "p2", from_=date(2025, 2, 1)),) == read.case.deputies


def test_attempts_submissions_and_policies_are_read():
    read = loaded(
        attempt={"by": "p1", "at": "2025-02-14T10:00:00+01:00"},
        submitted={"by": "p2"},
        policy={
            "rules": [{"rule": "ACT001", "says": "off", "until": "2025-03-01"}],
            "options": {"small_numbers": False},
        },
    )
    change = RuleChange("ACT001", "off", until=date(2025, 3, 1))
    assert (Attempt("p1", TEN), Attempt("p2")) == (read.case.attempt, read.case.submitted)
    assert HostPolicy((change,), {"small_numbers": False}) == read.case.policy


def test_last_years_report_is_read_and_its_own_faults_left_alone():
    read = loaded(previous={**REPORT, "year": 2023, "yeer": 2023})
    assert read.faults == ()
    assert read.case.previous is not None
    assert read.case.previous.year == 2023


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"entity": 3}, ["/entity"]),
        ({"entity": []}, ["/entity"]),
        ({"group": 3}, ["/group"]),
        ({"group": {}}, ["/group"]),
        ({"group": "full"}, ["/group"]),
        ({"cycle": {}}, ["/cycle/year"]),
        ({"cycle": {"year": "2024"}}, ["/cycle/year"]),
        ({"cycle": {"year": True}}, ["/cycle/year"]),
        ({"attempt": {"by": 3}}, ["/attempt/by"]),
        ({"attempt": {"at": "2025-02-14T10:00:00"}}, ["/attempt/at"]),
        ({"attempt": {"by": "p1", "at": 1739523600}}, ["/attempt/at"]),
        ({"deputies": 3}, ["/deputies"]),
        ({"deputies": {}}, ["/deputies"]),
        ({"previous": 3}, ["/previous"]),
        ({"previous": {"format": "rhf-report/9"}}, ["/previous"]),
    ],
)  # fmt: skip
def test_a_part_that_cannot_be_read_is_named_and_left_out(part, expected):
    assert expected == around(**part)
    (name,) = part
    assert getattr(loaded().case, name) == getattr(loaded(**part).case, name)


@pytest.mark.parametrize(
    ("part", "expected", "rest"),
    [
        ({"entity": {"id": 3}}, ["/entity/id"], {}),
        ({"entity": {"approved": "snart"}}, ["/entity/approved"], {}),
        ({"entity": {"approved": "2011-07-07T00:00:00"}}, ["/entity/approved"], {}),
        ({"entity": {"approved": 20110707, "id": "e1"}}, ["/entity/approved"], {"id": "e1"}),
        ({"entity": {"function": "teaching"}}, ["/entity/function"], {}),
        ({"entity": {"names": [{"from": "2012-01-01"}]}}, ["/entity/names/0/name"], {}),
        ({"entity": {"template": {"2024": 3}}}, ["/entity/template/2024"], {}),
        ({"entity": {"regions": "helse-vest"}}, ["/entity/regions"], {}),
        ({"entity": {"regions": {"helse-vest": 1}}}, ["/entity/regions"], {}),
        ({"entity": {"rare_conditions": "ja"}}, ["/entity/rare_conditions"], {}),
        ({"entity": {"continued_as": "merger", "id": "e1"}}, ["/entity/continued_as"],
         {"id": "e1"}),
        ({"entity": {"coordinating_unit": [{"name": "A"}, {"name": "B"}]}},
         ["/entity/coordinating_unit"], {}),
        ({"entity": {"coordinating_unit": {"name": 3}}}, ["/entity/coordinating_unit/name"], {}),
        ({"group": [{"region": "helse-nord"}]}, ["/group/0/role"], []),
        ({"group": [{"role": "x"}, {"role": 3}]}, ["/group/1/role"], [{"role": "x"}]),
        ({"group": [{"role": "x", "region": "helse-sor"}]}, ["/group/0/region"], []),
        ({"group": [{"role": "x", "leader": "ja"}]}, ["/group/0/leader"], []),
        ({"cycle": {"year": 2024, "deadline": "snart"}}, ["/cycle/deadline"], {"year": 2024}),
        ({"cycle": {"year": 2024, "deadline": 3}}, ["/cycle/deadline"], {"year": 2024}),
        ({"cycle": {"year": 2024, "deadline": "2025-02-17T16:00:00"}}, ["/cycle/deadline"],
         {"year": 2024}),
        ({"cycle": {"year": 2024, "part_due": 3}}, ["/cycle/part_due"], {"year": 2024}),
        ({"deputies": [{"person": "p2"}]}, ["/deputies/0/for"], []),
        ({"deputies": [{"for": "p1", "person": "p2"}, {"person": "p9"}]}, ["/deputies/1/for"],
         [{"for": "p1", "person": "p2"}]),
        ({"policy": {"rules": [{"rule": "ACT001", "says": "error"}], "options": {"a": True}}},
         ["/policy/rules/0/says"], {"options": {"a": True}}),
        ({"policy": {"options": {"small_numbers": "ja"}}}, ["/policy/options/small_numbers"], {}),
    ],
)  # fmt: skip
def test_only_what_cannot_be_read_of_a_part_is_left_out(part, expected, rest):
    assert expected == around(**part)
    (name,) = part
    assert getattr(loaded(**{name: rest}).case, name) == getattr(loaded(**part).case, name)


@pytest.mark.parametrize("said", [True, {"by": 3}, {"by": "p1", "at": "2025-02-10T09:00:00"}])
def test_a_submission_that_cannot_be_read_is_a_submission_all_the_same(said):
    assert loaded(submitted=said).case.submitted is not None
    assert around(submitted=said) != []


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"colour": "blå"}, ["/colour"]),
        ({"entity": {"id": "e1", "colour": "blå"}}, ["/entity/colour"]),
        ({"entity": {"names": [{"name": "Et navn", "x": 1}]}}, ["/entity/names/0/x"]),
        ({"deputies": [{"for": "p1", "person": "p2", "for_": "p1"}]}, ["/deputies/0/for_"]),
        ({"attempt": {"by": "p1", "a": 1, "b": {"c": 2}}}, ["/attempt/a", "/attempt/b"]),
        ({"cycle": {"year": 2024, "extension": {"until": "2025-03-01", "x": 1}}},
         ["/cycle/extension/x"]),
    ],
)  # fmt: skip
def test_a_key_nobody_knows_is_named_and_the_rest_of_the_part_is_used(part, expected):
    assert expected == around(**part)
    (name,) = part
    if name != "colour":
        assert getattr(loaded(**part).case, name)


def test_both_an_unknown_key_and_a_wrong_value_are_told():
    read = loaded(entity={"id": 3, "colour": "blå", "type": "national-centre"})
    assert read.case.entity is not None
    assert read.case.entity.type == "national-centre"
    assert {"/entity/id", "/entity/colour"} == {f.params["where"] for f in read.faults}


def test_a_wrong_part_holds_nobodys_report_back():
    read = loaded(entity=3, cycle="snart")
    assert read.case.report is not None
    assert read.case.report.template == "national-treatment-service"


def test_faults_of_the_report_are_told_with_places_in_the_report():
    data = '{"format": "rhf-case/1", "report": {"format": "rhf-report/1", "year": 1, "year": "2"}}'
    seen = [(str(f.kind), Place(f.at).json_pointer) for f in loads_case(data).faults]
    assert seen == [("duplicate-key", "/year"), ("cannot-hold", "/year")]


def test_a_key_written_twice_around_the_report_is_named_to_the_host():
    data = '{"format": "rhf-case/1", "report": {"format": "rhf-report/1"}, "a": 1, "a": 2}'
    where = [fault.params["where"] for fault in loads_case(data).faults]
    assert {"/a"} == set(where)


def test_a_report_of_an_unknown_format_leaves_the_case_without_one():
    read = loaded(report={"format": "rapport/9"}, attempt={"by": "p1"})
    assert read.case.report is None
    assert Attempt("p1") == read.case.attempt


def test_files_are_read_like_bytes():
    data = json.dumps({"format": "rhf-case/1", "report": REPORT}).encode()
    assert loads_case(data) == load_case(io.BytesIO(data))


def test_a_loaded_document_is_written_back_identically():
    data = json.dumps(
        {
            "format": "rhf-case/1",
            "report": {**REPORT, "year": 2024.0},
            "entity": {"id": "e1", "colour": "blå", "approved": None},
            "group": {},
            "unknown": [1.0, None],
        },
        ensure_ascii=False,
    ).encode()
    assert data == dumps(loads_case(data))


WHOLE = Case(
    report=report_of({"equal-access": "Ja."}),
    entity=Entity(
        id="e1",
        type=EntityType.NATIONAL_TREATMENT_SERVICE,
        function="training",
        names=(DatedName("Gammelt", to=date(2014, 3, 20)), DatedName("Nytt")),
        descriptions=(DatedDescription("Kirurgi.", "C40", date(2014, 1, 1), date(2015, 1, 1)),),
        hosts=(Host("helse-bergen"), Host(name="Et sykehus", region="helse-nord")),
        units=(SubUnit("u1", "En enhet"),),
        regions=(Region.HELSE_VEST, Region.HELSE_NORD),
        approved=date(2011, 7, 7),
        started=date(2012, 1, 1),
        last_day=date(2024, 12, 31),
        predecessors=("e0",),
        successors=("e2", "e3"),
        part_of="e9",
        template={"2024": "national-treatment-service"},
        rare_conditions=True,
        coordinating_unit=Host("helse-bergen"),
        continued_as=Continuation.NONE,
    ),
    group=ReferenceGroup((Seat("reference-group-member", Region.HELSE_NORD, leader=True),), True),
    cycle=Cycle(
        2024,
        deadline=datetime(2025, 2, 17, 16, 0, tzinfo=NORWAY),
        part_due=date(2025, 2, 10),
        extension=Extension(date(2025, 3, 1), by="Helse Vest", reason="Sykdom"),
    ),
    previous=report_of(year=2023),
    attempt=Attempt("p2", TEN),
    submitted=Attempt("p1", datetime(2025, 2, 1, tzinfo=UTC)),
    deputies=(Deputy("p1", "p2", date(2025, 2, 1), date(2025, 2, 28)), Deputy("p3", "p4")),
    policy=HostPolicy(
        (RuleChange("ACT001", "off", "Servicemiljøet", "Prøveår", date(2025, 3, 1)),),
        {"small_numbers": True},
    ),
)


@pytest.mark.parametrize(
    "case",
    [
        WHOLE,
        Case(report=report_of()),
        Case(report=report_of(), group=ReferenceGroup((), kept_by_host=True)),
        Case(report=report_of(), cycle=Cycle(2024, deadline=date(2025, 2, 17))),
        Case(
            report=report_of(),
            cycle=Cycle(2024, extension=Extension(datetime(2025, 3, 1, 12, tzinfo=UTC))),
        ),
        Case(report=report_of(), cycle=Cycle(2024, extension=Extension(None, by="Helse Vest"))),
        Case(report=report_of(), entity=Entity()),
        Case(report=report_of(), attempt=Attempt()),
        Case(report=report_of(), submitted=Attempt()),
    ],
    ids=[
        "everything",
        "nothing around",
        "an empty group",
        "a day",
        "a time",
        "an extension without an end",
        "an entity nobody knows",
        "an attempt by nobody known",
        "a submission by nobody known",
    ],
)
def test_a_case_made_in_python_is_read_back_as_it_was(case):
    read = loads_case(dumps(case))
    assert read.faults == ()
    assert case == read.case


def test_a_list_of_which_nearly_nothing_is_right_is_left_out_as_one():
    right = {"for": "p1", "person": "p2"}
    few = dumps({"format": "rhf-case/1", "deputies": [3] * 1000 + [right]})
    many = dumps({"format": "rhf-case/1", "deputies": [3] * 1001 + [right]})
    named = [fault.params.get("where") for fault in loads_case(few).faults]
    assert named[1:] == [f"/deputies/{at}" for at in sorted(range(1000), key=str)]
    assert len(loads_case(few).case.deputies) == 1
    assert [fault.params.get("where") for fault in loads_case(many).faults][1:] == ["/deputies"]
    assert loads_case(many).case.deputies == ()
