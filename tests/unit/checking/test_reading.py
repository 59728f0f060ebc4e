import pytest
from support.checks import built_in, case_of, checked, codes, finding, places

from rhf_services import Case, Stage, check, load_registry, loads
from rhf_services.checking.compiling import compiled_form
from rhf_services.checking.reading import filing_of


def read(**report):
    case = case_of(report=report)
    return filing_of(case, case.report, built_in(), Stage.DRAFT, None).filing


def test_a_form_is_compiled_once_for_each_registry():
    registry = load_registry()
    check(case_of({"equal-access": "Ja."}), registry)
    ((key, made),) = registry.compiled.items()
    assert key == ("national-treatment-service", "2024")
    check(case_of({"equal-access": "Nei."}), registry)
    assert registry.compiled == {key: made}
    assert made is registry.compiled[key]


def test_two_registries_compile_each_their_own():
    one, other = load_registry(), load_registry()
    check(case_of(), one)
    assert other.compiled == {}


def test_an_edition_that_is_not_the_one_compiled_is_compiled_anew():
    registry = load_registry()
    form = registry.templates["national-treatment-service"]
    first = compiled_form(registry, form, form.editions[0])
    assert first is compiled_form(registry, form, form.editions[0])
    assert first is not compiled_form(registry, form, form.editions[1])


@pytest.mark.parametrize(
    ("named", "edition", "known", "belongs"),
    [
        (None, "2024", True, True),
        ("2024", "2024", True, True),
        ("2024.3", "2024", False, True),
        ("2023", "2024", True, False),
        ("siste", "2024", False, False),
    ],
)
def test_the_edition_is_chosen_by_year_and_name(named, edition, known, belongs):
    filing = read(edition=named)
    assert (edition, known, belongs) == (
        filing.edition.id,
        filing.edition_known,
        filing.edition_belongs,
    )


def test_an_unknown_edition_and_one_of_another_year_are_told_apart():
    assert finding(checked(report={"edition": "2024.3"}), "TPL003").variant is None
    assert finding(checked(report={"edition": "2023"}), "TPL003").variant == "other-year"


@pytest.mark.parametrize(
    ("report", "reason", "suggested", "place"),
    [
        ({"template": None}, "no-template", None, "/template"),
        ({"template": "unknown"}, "unknown-template", None, "/template"),
        ({"year": None}, "no-year", None, "/year"),
        ({"year": 2016}, "no-edition", None, "/year"),
        (
            {"template": None, "entity": {"type": "national-treatment-service"}},
            "no-template",
            "national-treatment-service",
            "/template",
        ),
        (
            {"year": 2016, "entity": {"type": "national-treatment-service"}},
            "no-edition",
            "archive",
            "/year",
        ),
        (
            {"template": "unknown", "entity": {"type": "a-new-kind"}},
            "unknown-template",
            None,
            "/template",
        ),
        (
            {
                "template": "unknown",
                "entity": {
                    "type": "regional-competence-centre",
                    "hosts": [{"organisation": "helse-bergen"}],
                },
            },
            "unknown-template",
            "helse-vest.regional-competence-centre",
            "/template",
        ),
        (
            {
                "template": "unknown",
                "entity": {
                    "type": "regional-competence-centre",
                    "hosts": [{"name": "Et sykehus", "region": "helse-nord"}],
                },
            },
            "unknown-template-for-kind",
            None,
            "/template",
        ),
    ],
    ids=[
        "no form",
        "an unknown form",
        "no year",
        "a year before the form",
        "no form, but a kind",
        "an old year and a kind",
        "an unknown kind",
        "a region's centre",
        "another region's centre, which has no form",
    ],
)
def test_an_absent_form_is_told_with_the_one_that_would_fit(report, reason, suggested, place):
    absent = read(**report).absent
    assert (reason, suggested) == (absent.reason, absent.suggested)
    assert [place] == places(checked(report=report), "TPL001")


def test_the_hosts_word_on_the_kind_goes_first_when_a_form_is_suggested():
    verdict = checked(
        report={"template": "unknown", "entity": {"type": "interregional-network"}},
        entity={"type": "national-treatment-service"},
    )
    assert finding(verdict, "TPL001").params == {"suggested": "national-treatment-service"}


@pytest.mark.parametrize("wrong", [{"template": 3}, {"year": "2024"}])
def test_a_form_that_cannot_be_read_is_told_once(wrong):
    verdict = checked(report=wrong)
    blocking = {found.code for found in verdict.findings if found.rule.may_block}
    assert "STR001" in blocking
    assert "TPL001" not in blocking
    assert verdict.may_submit is False


@pytest.mark.parametrize("count", ["NaN", "Infinity", "-1e999"])
def test_a_number_that_cannot_stand_is_told_once(count):
    data = (
        '{"format": "rhf-report/1", "template": "national-treatment-service", "year": 2024,'
        f' "answers": {{"clinical-activity": [{{"affiliation": "other", "count": {count}}}]}}}}'
    )
    verdict = check(Case(report=loads(data).report), built_in())
    assert places(verdict, "STR001") == ["/answers/clinical-activity/0/count"]
    assert not {"STR009", "STR010"} & set(codes(verdict))


@pytest.mark.parametrize(
    ("answer", "outside"),
    [
        ([{"title": "Om svulster"}], ["/answers/doctorates"]),
        ({"nothing_to_report": True}, []),
        ("tekst", ["/answers/doctorates"]),
        (None, []),
        (" ", []),
        ([], []),
        ([{"id": "d1"}], []),
        ({"nothing_to_report": None, "not_applicable": None}, []),
        ({"nothing_to_report": False}, []),
    ],
)
def test_only_what_holds_something_is_named_as_outside_the_form(answer, outside):
    verdict = checked({"doctorates": answer, "equal-access": "Ja."})
    assert outside == places(verdict, "ACT004")


def test_answers_of_other_forms_are_named_once_with_their_titles():
    answers = {"goals": "Kortere ventetid.", "tasks-and-results": "Mye.", "equal-access": "Ja."}
    found = finding(checked(answers), "TPL006")
    assert found.params == {"questions": ("goals", "tasks-and-results")}
    titles = [found.titles[question].nb for question in found.params["questions"]]
    assert titles == ["Målsettinger", "Oppgaver og resultat"]


def test_one_wrong_answer_leaves_everything_else_checked():
    answers = {"equal-access": 3, "scientific-articles": [{"journal": "Tidsskriftet"}]}
    assert {"STR001", "ACT005", "EVA001"} <= set(codes(checked(answers)))
