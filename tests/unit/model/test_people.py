from rhf_services.model.people import (
    Person,
    ReferenceGroup,
    RoleHeld,
    Seat,
    group_among,
)
from rhf_services.model.regions import Region

NORD, VEST = Region.HELSE_NORD, Region.HELSE_VEST


def test_an_empty_seat_speaks_for_nobody():
    group = ReferenceGroup((Seat("reference-group-member", VEST, vacant=True),))
    assert group.filled == ()
    assert not group.speaks_for(VEST)
    assert not group.has("reference-group-member")


def test_a_user_representative_does_not_speak_for_a_region():
    assert not ReferenceGroup((Seat("user-representative", VEST),)).speaks_for(VEST)


def test_a_leader_with_a_region_speaks_for_it():
    assert ReferenceGroup((Seat("reference-group-leader", VEST, leader=True),)).speaks_for(VEST)


def test_the_leader_is_whoever_leads_among_those_who_sit():
    seats = (
        Seat("reference-group-member", NORD, leader=True, vacant=True),
        Seat("reference-group-member", VEST, leader=True),
        Seat("user-representative"),
    )
    assert (seats[1],) == ReferenceGroup(seats).leaders


def test_leader_and_member_in_one_person_is_one_seat():
    leads = RoleHeld("reference-group-leader")
    sits = RoleHeld("reference-group-member", NORD)
    group = group_among((Person(0, roles=(leads, sits)),))
    assert (Seat("reference-group-member", NORD, leader=True),) == group.seats


def test_people_without_a_role_in_the_group_do_not_sit_in_it():
    assert group_among((Person(0, roles=(RoleHeld("coordinator"),)),)).seats == ()


def test_a_group_read_from_the_report_is_not_kept_by_the_host():
    assert not group_among(()).kept_by_host


def test_names_and_addresses_are_not_shown_when_printed():
    person = Person(0, name="Kari Eksempel", email="kari@example.org", phone="00000000")
    assert not any(word in repr(person) for word in ("Kari", "example", "0000"))
