"""Withheld stays withheld: a mark in every text of a report, and who gets to see which.

What may be seen is written down here once more, apart from the code that shows it.
"""

import json
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.checks import built_in
from support.full_report import FULL
from support.pages import REPORTS, Page, leaves, report_with

from rhf_services import Case, check
from rhf_services.model.columns import TextColumn
from rhf_services.model.policy import HostPolicy
from rhf_services.model.questions import LongText, Statement, Table, TextWithChoices
from rhf_services.render import Reader, html_fragment, html_page, render_report
from rhf_services.render.small import SMALL, withheld
from rhf_services.wire.reports import read_report

OUTSIDE = (Reader.PUBLIC, Reader.EDITOR, Reader.AUTHOR)
KEPT = {("format",), ("template",), ("edition",)}
NEVER, HOST, INSIDE, EVERYBODY = range(4)


def seen_by(at, tree, edition):  # noqa: C901, PLR0912  (one line for each part of a report)
    """Say who may see the text at a place, where every text was replaced by a mark."""
    match at:
        case ("entity", "code" | "name" | "description" | "icd10"):
            return EVERYBODY
        case ("entity", "hosts", number, "name"):
            return EVERYBODY
        case ("entity", "hosts", _, "organisation"):
            return NEVER
        case ("entity", "hosts", _, "region"):
            return NEVER
        case ("entity", "units", _, "name"):
            return EVERYBODY
        case ("entity", "type"):
            return INSIDE
        case ("entity", "id") | ("entity", "units", _, "id"):
            return NEVER
        case ("entity", *_):
            return HOST
        case ("people", _):
            return INSIDE
        case ("people", number, *rest):
            return of_person(rest, tree["people"][number])
        case ("answers", question, *rest):
            asked = edition.by_id.get(question) if edition else None
            return of_answer(asked, built_in().questions.get(question), rest)
        case ("sections", _, "not_applicable"):
            return INSIDE
        case ("waivers" | "comments", _, "row" | "of" | "by"):
            return NEVER
        case ("waivers" | "comments", *_):
            return INSIDE
        case ("attachments", number, "name" | "href"):
            return EVERYBODY if tree["attachments"][number].get("public") is True else INSIDE
        case ("attachments", *_) | ("entered_by", *_) | ("languages", *_):
            return NEVER
        case _:
            return HOST


def of_person(rest, person):
    shown = person.get("show_on_page") is True
    match rest:
        case ["name"] | ["institution", "name"]:
            return EVERYBODY if shown else INSIDE
        case ["id"] | ["institution", "organisation" | "region"]:
            return NEVER
        case ["email"] | ["phone"] | ["roles", *_] | ["show_on_page"]:
            return INSIDE
        case _:
            return HOST


def of_answer(asked, known, rest):
    if asked is None or asked.hidden:
        rows = known is not None and isinstance(known.question, Table)
        return NEVER if rows and len(rest) == 2 and rest[1] == "id" else INSIDE
    table = isinstance(asked.question, Table)
    if table and rest and rest[0] == "rows":
        rest = rest[1:]
    match rest:
        case []:
            kinds = LongText | TextWithChoices
            return EVERYBODY if isinstance(asked.question, kinds) else INSIDE
        case ["text"] if isinstance(asked.question, TextWithChoices | Statement) or table:
            return EVERYBODY
        case ["tools", _, "other"]:
            return EVERYBODY
        case [int(), "id"] if table:
            return NEVER
        case [int(), column, *_] if table:
            known = {one.id: one for one in asked.question.columns}.get(column)
            free = isinstance(known, TextColumn) or (known is not None and rest[-1] == "other")
            return EVERYBODY if free else INSIDE
        case _:
            return INSIDE


def marked(tree):
    """Put a mark of its own into every text."""
    places = [at for at in leaves(tree) if at not in KEPT]
    marks = {at: f"kanari{number:04}fugl" for number, at in enumerate(places)}
    return marks, report_with(tree, marks)


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_each_reader_sees_exactly_what_may_be_seen(reader, lang):
    marks, report = marked(FULL)
    case = Case(report=report)
    verdict = check(case, built_in())
    document = render_report(case, verdict, built_in(), reader, lang=lang)
    page = Page(html_page(document)).everything + html_fragment(document)
    least = {Reader.HOST: HOST}.get(reader, EVERYBODY if reader in OUTSIDE else INSIDE)

    seen = {at for at, mark in marks.items() if mark in page}

    assert seen == {at for at in marks if seen_by(at, FULL, verdict.edition) >= least}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_example_shows_what_is_withheld(path):
    data = json.loads(path.read_bytes()) if path.stem != "RDG001" else {}
    tree = data.get("report", data)
    if "format" not in tree:
        return
    marks, report = marked(tree)
    report = read_report(report.tree).report or report
    case = Case(report=report)
    verdict = check(case, built_in())
    for reader, least in ((Reader.PUBLIC, EVERYBODY), (Reader.LEAD, INSIDE), (Reader.HOST, HOST)):
        page = html_page(render_report(case, verdict, built_in(), reader))
        seen = {at for at, mark in marks.items() if mark in page}
        allowed = {at for at in marks if seen_by(at, tree, verdict.edition) >= least}
        assert seen <= allowed
        if reader is Reader.HOST and verdict.edition is not None:
            assert {at for at in allowed if at[0] in ("answers", "people", "entity")} <= seen


def test_the_public_sees_neither_reasons_nor_the_hidden_question_nor_findings():
    case = Case(report=report_with(FULL, {}))
    verdict = check(case, built_in())
    page = Page(html_page(render_report(case, verdict, built_in())))
    for hidden in ("Tilbakemelding om årsrapportering", "en grunn", "ola@example.org", "kari@"):
        assert hidden not in page.everything
    assert not any("rhf-notice" in (attrs.get("class") or "") for _tag, attrs in page.elements)
    assert "Ikke aktuelt" in page.text
    assert "Ola Oppdiktet" not in page.text
    assert "Nina Nordfabel" not in page.text  # "ja" is no true


def test_ids_of_a_host_are_shown_to_nobody_and_what_they_name_is():
    tree = {
        **FULL,
        "entity": {"hosts": [{"organisation": "ORG-77"}, {"organisation": "helse-bergen"}]},
        "people": [
            {"id": "ID-1", "name": "Kari Eksempel", "institution": {"organisation": "ORG-78"}},
            {"id": "ID-2", "name": "Ola Oppdiktet", "institution": {"organisation": "helse-fonna"}},
        ],
        "comments": [
            {"text": "Den første", "by": "ID-1"},
            {"text": "Den andre", "by": "HOST-ID-77"},
        ],
        "waivers": [],
    }
    case = Case(report=report_with(tree, {}))
    verdict = check(case, built_in())
    for reader in Reader:
        whole = Page(html_page(render_report(case, verdict, built_in(), reader))).everything
        shown = ("ORG-77", "ORG-78", "HOST-ID-77", "ID-1")
        assert [id_ for id_ in shown if id_ in whole] == []
        assert "Helse Bergen HF" in whole
    lead = html_page(render_report(case, verdict, built_in(), "lead"))
    assert "Helse Fonna HF" in lead
    remarks = lead.partition('id="remarks-title"')[2]
    assert "Kari Eksempel" in remarks
    assert "Ola Oppdiktet" not in remarks


def test_the_rights_of_several_readers_add_up():
    case = Case(report=report_with(FULL, {}))
    verdict = check(case, built_in())
    both = Page(html_page(render_report(case, verdict, built_in(), "editor", "host"))).text
    assert "vertens eget" in both
    with pytest.raises(ValueError, match="nobody"):
        render_report(case, verdict, built_in(), "nobody")


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([12, 3, 0, 40], ["skjermet", "færre enn fem", "0", "40"]),
        ([12, 3, 2, 40], ["12", "færre enn fem", "færre enn fem", "40"]),
        ([12, 5, 0, 40], ["12", "5", "0", "40"]),
        ([3, 0, 0, 0], ["skjermet", "skjermet", "0", "0"]),
        ([4, 4, 30, 50], ["færre enn fem", "færre enn fem", "skjermet", "50"]),
        ([1, 1, 0, 0], ["skjermet", "skjermet", "skjermet", "0"]),
        ([4, 3, 30, 50], ["færre enn fem", "færre enn fem", "30", "50"]),
    ],
)
def test_small_numbers_give_way_where_a_host_wants_it(counts, shown):
    regions = ("helse-nord", "helse-midt-norge", "helse-sor-ost", "helse-vest")
    rows = [{"affiliation": one, "count": n} for one, n in zip(regions, counts, strict=True)]
    tree = {**FULL, "answers": {"clinical-activity": {"rows": rows}}}
    policy = HostPolicy(options={"small_numbers": True})

    def cells(reader, host_policy):
        case = Case(report=report_with(tree, {}), policy=host_policy)
        page = html_page(render_report(case, check(case, built_in()), built_in(), reader))
        parts = page.split('data-label="Antall">')[1:]
        return [part.partition("<")[0] for part in parts], "<svg" in page

    assert cells("public", policy) == (shown, shown == [str(count) for count in counts])
    assert cells("region", policy)[0] == [str(count) for count in counts]
    assert cells("public", HostPolicy())[0] == [str(count) for count in counts]


POSSIBLE = {"few": range(1, 5), "withheld": range(60)}


@given(st.lists(st.integers(0, 12), min_size=2, max_size=4))
def test_no_small_number_follows_from_the_total_and_what_is_shown(counts):
    told = withheld(counts)
    assert {at for at, count in enumerate(counts) if count in SMALL} <= told.keys()
    if all(count in SMALL for count in counts):
        return  # there is nothing more to withhold
    total = sum(counts[at] for at in told)
    possible = [
        numbers
        for numbers in product(*(POSSIBLE[instead] for instead in told.values()))
        if sum(numbers) == total
    ]
    for number, (at, _instead) in enumerate(told.items()):
        if counts[at] in SMALL:
            assert len({numbers[number] for numbers in possible}) > 1
