import pytest
from stdnum.no import fodselsnummer
from support.checks import checked, places

from rhf_services import Stage
from rhf_services.rules.privacy import holds_identity_number

TEST_SERIES = "15868600184"


@pytest.mark.parametrize(
    "text",
    [
        TEST_SERIES,
        "158686 00184",
        "158686-00184",
        "158686 - 00184",
        "158686 001 84",
        "15/86/86 00184",
        "15-86-86-00184",
        "158686\n00184",
        "158686/00184",
        "15.86.86 00184",
        "15 86 86 00184",
        "Gjelder 158686 00184, født i fjor.",
        "nr.158686\u00a000184",
        "158686\u201300184",
        "158686\u221200184",
        "1586\u200b8600184",
        "15868\u00ad600184",
        "\uff11\uff15\uff18\uff16\uff18\uff16\uff10\uff10\uff11\uff18\uff14",
        "\u0661\u0665\u0668\u0666\u0668\u0666\u0660\u0660\u0661\u0668\u0664",
    ],
)
def test_a_number_of_the_test_series_is_seen_however_it_is_written(text):
    assert holds_identity_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ingen tall her.",
        "15868600185",
        "15868600194",
        "15868700184",
        "1586860018",
        "158686001840",
        "015868600184",
        "00 00 00 00",
        "12345678901",
        "15868 600184",
        "10.5555/158686.00184",
        "a1b5c8d6e8f6g0h0i1j8k4",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert not holds_identity_number(text)


def numbered(six):
    """Give the first number of a day, where both check digits can be made."""
    for individual in range(1, 500):
        nine = f"{six}{individual:03}"
        first = fodselsnummer.calc_check_digit1(nine)
        second = fodselsnummer.calc_check_digit2(nine + first)
        if len(first + second) == len("kk"):
            return nine + first + second
    raise AssertionError


@pytest.mark.parametrize("added", [40, 65, 80])
@pytest.mark.parametrize("day", [15, 55], ids=["birth number", "D-number"])
def test_numbers_of_every_test_series_are_seen(day, added):
    assert holds_identity_number(numbered(f"{day}{6 + added}86"))


@pytest.mark.parametrize("six", ["153986", "159386", "157886", "304286", "328686", "008686"])
def test_check_digits_that_fit_a_day_that_does_not_exist_are_no_birth_number(six):
    assert not holds_identity_number(numbered(six))


@pytest.mark.parametrize(("year", "is_one"), [("80", True), ("82", False), ("88", True)])
def test_the_29th_of_february_is_a_day_of_a_leap_year_alone(year, is_one):
    assert holds_identity_number(numbered(f"2982{year}")) is is_one


def test_a_number_is_found_among_others():
    assert holds_identity_number(f"12345678901 og {TEST_SERIES}")


@pytest.mark.parametrize(
    ("answers", "more", "place"),
    [
        ({"equal-access": TEST_SERIES}, {}, "/answers/equal-access"),
        ({"teaching": [{"text": TEST_SERIES}]}, {}, "/answers/teaching/0/text"),
        ({"pathway-cooperation": {"not_applicable": TEST_SERIES}}, {},
         "/answers/pathway-cooperation/not_applicable"),
        ({}, {"sections": {"activity": {"not_applicable": TEST_SERIES}}},
         "/sections/activity/not_applicable"),
        ({}, {"comments": [{"text": TEST_SERIES}]}, "/comments/0/text"),
        ({"an-unknown-question": {"deep": [TEST_SERIES]}}, {},
         "/answers/an-unknown-question/deep/0"),
    ],
)  # fmt: skip
def test_a_number_is_seen_wherever_somebody_can_write(answers, more, place):
    verdict = checked(answers, report=more, stage=Stage.PUBLICATION)
    assert [place] == places(verdict, "PRI001")


def test_it_is_told_to_whoever_wrote_it_and_holds_nothing_of_it():
    verdict = checked({"equal-access": TEST_SERIES, "group-assessment": TEST_SERIES})
    found = [found for found in verdict.findings if found.code == "PRI001"]
    assert [one.audience for one in found] == ["lead", "group-leader"]
    assert [one.params for one in found] == [
        {"question": "equal-access"},
        {"question": "group-assessment"},
    ]
    assert TEST_SERIES not in repr(verdict)
