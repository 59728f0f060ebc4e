"""What every rule promises."""

import re
from string import Formatter
from unicodedata import normalize

import pytest
from support.checks import built_in, outcome, places

from rhf_services import Case, Report, Severity, Stage, check, dumps, loads_case, message
from rhf_services.checking.reading import filing_of
from rhf_services.i18n import LANGUAGES, cite
from rhf_services.i18n.showing import translated
from rhf_services.model.filing import Filing
from rhf_services.model.rules import BLOCKING_CODES
from rhf_services.model.sources import Standing
from rhf_services.model.speaking import speaks_on
from rhf_services.sources.documents import (
    DOCUMENTS,
    OUR_PROPOSAL,
    PUBLISHED_PRACTICE,
    PUBLISHED_REPORTS,
)
from rhf_services.trace.statements import statement

RULES = list(built_in().rules.values())
SEEN = (PUBLISHED_REPORTS, PUBLISHED_PRACTICE)
CASES = [(rule, case) for rule in RULES for case in rule.cases]


def spelt(text):
    """Spell a name in the letters that every tool keeps as they are in the name of a test."""
    return normalize("NFKD", text).encode("ascii", "ignore").decode()


each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
each_case = pytest.mark.parametrize(
    ("rule", "case"), CASES, ids=[f"{rule.code}-{spelt(case.name.nb)}" for rule, case in CASES]
)


def verdict_of(case, stage=None):
    written = dumps(case.whole) if case.text is None else case.text
    return check(loads_case(written).case, built_in(), stage=stage or case.stage)


def filing_in(case):
    """Give what rules look into, of a case whose text is not the point."""
    read = loads_case(dumps(case.whole)).case
    return filing_of(read, read.report, built_in(), case.stage, None).filing


def reported(**report):
    usual = {"format": "rhf-report/1", "template": "national-treatment-service", "year": 2024}
    return dumps({"format": "rhf-case/1", "report": {**usual, **report}})


KIND = {"entity": {"type": "national-treatment-service"}}
FURTHER = {
    "RDG001": [
        b"{",
        b"",
        "{}".encode("utf-16"),
        b"[]",
        b"[" * 200 + b"]" * 200,
        b"9" * 5000,
        b"[" + b",".join([b"1e4000"] * 30) + b"]",
        b'{"format": "rhf-case/1"}',
    ],
    "STR008": [
        b'{"format":"rhf-case/1","report":{"format":"rhf-report/1"},"cycle":{"year":1,"year":2}}'
    ],
    "STR009": [b'{"format":"rhf-case/1","report":{"format":"rhf-report/1"},"attempt":{"by":NaN}}'],
    "STR010": [
        b'{"format":"rhf-case/1","report":{"format":"rhf-report/1"},"attempt":{"by":1e999}}'
    ],
    "STR001": [
        reported(answers={"teaching": [{"text": 3}]}),
        reported(template=3),
        reported(people=[{"id": "p1", "name": 3}]),
        reported(edition=3),
    ],
    "TPL001": [
        reported(year=2016),
        reported(template=None, **KIND),
        reported(template="unknown", **KIND),
        reported(template="unknown", entity={"type": "interregional-network"}),
    ],
}
"""Documents for the messages that no named case shows, each as its bytes."""


def findings_of(rule):
    verdicts = [verdict_of(case) for case in rule.cases]
    verdicts += [check(loads_case(data).case, built_in()) for data in FURTHER.get(rule.code, ())]
    return [f for verdict in verdicts for f in verdict.findings if f.code == rule.code]


def texts_of(rule):
    for text in (rule.message, *rule.variants.values()):
        yield from (part for part in (text.says, text.mend, text.then) if part is not None)


@each_case
def test_a_named_case_comes_true(rule, case):
    assert sorted(case.fires) == sorted(places(verdict_of(case), rule.code))


@each_case
def test_a_named_case_is_checked_to_the_end(rule, case):
    assert verdict_of(case).crashed == ()


@each_case
@pytest.mark.parametrize("alone", [False, True])
def test_a_rule_asked_where_there_is_no_form_says_something_it_has_words_for(rule, case, alone):
    read = loads_case(dumps(case.whole)).case
    known = Case(report=read.report) if alone else read
    filing = Filing(known, read.report or Report({}), case.stage)
    hits = [hit for _place, thing in rule.on.find(filing) for hit in rule.check(thing)]
    assert {hit.variant for hit in hits} <= {None, *rule.variants}


@each_case
def test_a_named_case_that_is_silent_was_looked_at(rule, case):
    if not case.fires:
        assert outcome(verdict_of(case), rule.code) == ("passed", None)


@each_case
def test_a_named_case_fires_at_every_stage_of_its_rule_with_its_weight(rule, case):
    for stage in Stage if case.fires else ():
        found = [f for f in verdict_of(case, stage).findings if f.code == rule.code]
        assert sorted(f.place.json_pointer for f in found) == sorted(
            case.fires if stage in rule.says else ()
        )
        assert {f.severity for f in found} <= {rule.says.get(stage)}


@each_rule
def test_a_silent_case_of_a_rule_has_what_the_rule_looks_at(rule):
    if not rule.on.id.startswith("fault "):
        silent = [case for case in rule.cases if not case.fires]
        assert any(True for case in silent for _thing in rule.on.find(filing_in(case)))


@each_rule
def test_a_rule_has_a_case_that_fires_and_one_that_is_silent(rule):
    assert {True, False} == {bool(case.fires) for case in rule.cases}


@each_rule
def test_the_names_of_the_cases_of_a_rule_differ(rule):
    names = [case.name for case in rule.cases]
    assert len(names) == len(set(names))


@each_rule
def test_every_message_of_a_rule_is_looked_at_here(rule):
    said = {found.variant for found in findings_of(rule)}
    assert set(rule.variants) <= said


@each_rule
def test_a_rule_says_what_it_is_about_and_where_it_is_written(rule):
    assert rule.obligation is not None
    assert rule.title.nb.strip()
    assert rule.source.document in DOCUMENTS
    assert rule.source.section.strip()
    assert rule.says


@each_rule
def test_a_rule_that_a_document_states_carries_the_statements(rule):
    if rule.standing is Standing.DOCUMENTED and rule.source.document.read:
        assert rule.traces
    assert [row for row in rule.traces if not re.fullmatch(r"S00[0-4]-[0-9]{3}", row)] == []


@pytest.mark.parametrize("template", sorted(built_in().templates))
def test_a_rule_that_cannot_speak_on_a_form_is_not_asked_there(template):
    form = built_in().templates[template]
    for edition in form.editions:
        report = Report({"template": template, "year": edition.confirmed, "edition": edition.id})
        verdict = check(Case(report=report), built_in())
        for rule in RULES:
            speaks = speaks_on(rule, form, edition)
            if not speaks:
                assert outcome(verdict, rule.code) == ("not-applicable", "not-asked"), rule.code


@each_rule
def test_a_rule_is_proposed_where_it_cites_ourselves_and_nowhere_else(rule):
    assert (rule.source.document is OUR_PROPOSAL) == (rule.standing is Standing.PROPOSED)
    assert (rule.source.document in SEEN) == (rule.standing is Standing.OBSERVED)
    assert OUR_PROPOSAL not in [place.document for place in rule.also]


@each_rule
def test_a_place_that_a_rule_cites_is_in_the_document_of_its_statements(rule):
    for place in (rule.source, *rule.also):
        read = [line for row in place.rows for line in statement(row).source]
        assert {line.partition(":")[0] for line in read} <= {place.document.id}


@each_rule
def test_what_a_documented_rule_carries_stands_at_a_place_it_cites(rule):
    """A statement of another document, or of another part of the same, has its own place."""
    if rule.standing is Standing.DOCUMENTED and not rule.cites_question:
        read = {row for place in (rule.source, *rule.also) for row in place.rows}
        assert set(rule.traces) - read <= ALSO_CARRIED.get(rule.code, set())


ALSO_CARRIED = {"SUB001": {"S003-054"}}
"""Statements that a rule's check needs to be true, and that its obligation does not say."""


@each_rule
def test_a_code_is_three_letters_and_three_digits(rule):
    assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule.code)


def test_codes_are_unique():
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))


def test_only_the_six_can_give_an_error():
    errors = {rule.code for rule in RULES if Severity.ERROR in rule.says.values()}
    assert set(BLOCKING_CODES) == errors


def test_five_block_submission_and_one_publication():
    blocking = {
        (rule.code, stage)
        for rule in RULES
        for stage, severity in rule.says.items()
        if severity is Severity.ERROR
    }
    assert blocking == {
        ("SUB001", Stage.SUBMISSION),
        ("SUB002", Stage.SUBMISSION),
        ("SUB003", Stage.SUBMISSION),
        ("TPL001", Stage.SUBMISSION),
        ("STR001", Stage.SUBMISSION),
        ("PRI001", Stage.PUBLICATION),
    }


@pytest.mark.parametrize("code", BLOCKING_CODES)
def test_what_blocks_is_a_warning_in_a_draft(code):
    assert built_in().rule(code).says[Stage.DRAFT] is Severity.WARNING


@each_rule
def test_every_finding_can_be_said_in_every_language(rule):
    for found in findings_of(rule):
        for lang in LANGUAGES:
            said = message(found, lang)
            assert "{" not in said
            assert "None" not in said


@each_rule
def test_every_placeholder_has_a_parameter_in_every_language(rule):
    for found in findings_of(rule):
        text = rule.message_for(found.variant)
        for part in (text.says, text.mend, text.then):
            for lang in LANGUAGES if part is not None else ():
                wanted = {key for _, key, _, _ in Formatter().parse(translated(part, lang)) if key}
                assert wanted <= set(found.params)


@each_rule
def test_parameters_hold_ids_numbers_and_days_and_nothing_anybody_wrote(rule):
    for found in findings_of(rule):
        for value in found.params.values():
            for one in value if isinstance(value, tuple) else (value,):
                assert isinstance(one, int) or re.fullmatch(r"[A-Za-z0-9./_?-]*", one)


@each_rule
def test_a_finding_that_names_a_row_or_a_tab_stands_there(rule):
    for found in findings_of(rule):
        rows = [step + 1 for step in found.place.pointer if isinstance(step, int)]
        assert "row" not in found.params or found.params["row"] == rows[0]
        assert found.params.get("tab", found.section) == found.section


@each_rule
def test_a_message_is_at_most_four_short_sentences_and_a_source(rule):
    for text in (rule.message, *rule.variants.values()):
        parts = [part.nb for part in (text.says, text.mend, text.then) if part is not None]
        sentences = [s for part in parts for s in re.split(r"(?<=[.?])\s+(?=[A-ZÆØÅ«{])", part)]
        assert len(sentences) <= 4
        assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []


@each_rule
def test_a_message_uses_no_word_that_scolds(rule):
    scolding = ("ugyldig", "feil utfylt", "obligatorisk", "null", "validering")
    said = " ".join(text.nb.lower() for text in texts_of(rule))
    assert [word for word in scolding if re.search(rf"\b{word}\b", said)] == []


@each_rule
@pytest.mark.parametrize("lang", LANGUAGES)
def test_quotation_marks_in_a_citation_come_in_pairs(rule, lang):
    cited = cite(rule.source, lang)
    assert cited.count("«") == cited.count("»")
    assert not re.search(r"«[^»]*«", cited)


@each_rule
def test_a_check_says_in_a_sentence_what_must_hold(rule):
    assert rule.check.__doc__.strip().endswith(".")
