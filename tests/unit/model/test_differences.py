from hypothesis import given
from hypothesis import strategies as st

from rhf_services import Report
from rhf_services.model.differences import DifferenceKind, PersonDifference, people_that_differ

KARI = {"id": "p1", "name": "Kari Eksempel", "email": "kari@example.org"}
OLA = {"id": "p2", "name": "Ola Oppdiktet", "roles": [{"role": "coordinator"}]}


def report(*people, year=2024):
    return Report({"year": year, "people": list(people)})


def told(before, now):
    return [(str(d.kind), d.now, d.before, d.parts) for d in people_that_differ(before, now)]


def test_the_order_means_nothing():
    assert told(report(KARI, OLA), report(OLA, KARI)) == []


def test_new_and_gone_persons_are_told():
    assert told(report(KARI), report(OLA)) == [("new", 0, None, ()), ("gone", None, 0, ())]


def test_what_changed_is_told_in_the_order_of_the_tab():
    changed = {**OLA, "phone": "00000000", "name": "Ola Eksempel", "roles": []}
    parts = ("name", "phone", "roles")
    assert told(report(OLA), report(changed)) == [("changed", 0, 0, parts)]


def test_persons_without_ids_are_known_by_address_and_name():
    kari, ola = ({k: v for k, v in one.items() if k != "id"} for one in (KARI, OLA))
    now = report({**ola, "phone": "1"}, {**kari, "name": "Kari Nyttnavn"})
    assert told(report(kari, ola), now) == [
        ("changed", 0, 1, ("phone",)),
        ("changed", 1, 0, ("name",)),
    ]


def test_an_id_goes_before_an_address():
    other = {**KARI, "id": "p3"}
    assert told(report(KARI, other), report(other)) == [("gone", None, 0, ())]


def test_two_persons_are_never_one():
    twin = {"name": "Kari Eksempel"}
    assert told(report(twin), report(twin, twin)) == [("new", 1, None, ())]


def test_an_empty_field_is_no_change():
    assert told(report(KARI), report({**KARI, "phone": "", "roles": None})) == []


def test_a_change_belongs_to_the_year_of_the_later_report():
    found = people_that_differ(report(year=2023), report(KARI, year=2024))
    assert found == (PersonDifference(DifferenceKind.NEW, 2024, now=0),)


PEOPLE = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "id": st.sampled_from(("p1", "p2", None)),
            "name": st.sampled_from(("Kari", "Ola", "")),
            "email": st.sampled_from(("kari@example.org", None, 3)),
            "roles": st.sampled_from(([], [{"role": "coordinator"}], "feil")),
        },
    ),
    max_size=4,
)


@given(PEOPLE, PEOPLE)
def test_every_person_is_paired_new_or_gone(before, now):
    found = people_that_differ(report(*before), report(*now))
    new = [one for one in found if one.kind is DifferenceKind.NEW]
    gone = [one for one in found if one.kind is DifferenceKind.GONE]
    assert len(list(filter(None, now))) - len(new) == len(list(filter(None, before))) - len(gone)


@given(PEOPLE, st.randoms())
def test_nobody_with_an_id_differs_from_themselves(people, random):
    ids = [{**one, "id": f"p{at}"} for at, one in enumerate(people)]
    turned = list(ids)
    random.shuffle(turned)
    assert people_that_differ(report(*ids), report(*turned)) == ()
