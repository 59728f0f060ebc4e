"""A rule as a document: what must hold, what is said when and to whom, and examples that run."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from rhf_services.checking.named_cases import CaseRun, run_case
from rhf_services.hooks.registry import Registry
from rhf_services.i18n.languages import LANGUAGE_NAMES, LANGUAGES, Language, language
from rhf_services.i18n.names import label
from rhf_services.i18n.showing import show
from rhf_services.i18n.speech import cite, speak
from rhf_services.model.entities import ENTITY_TYPE_NAMES
from rhf_services.model.findings import Finding
from rhf_services.model.reach import AskedAt
from rhf_services.model.rules import Rule, Severity, Stage
from rhf_services.model.speaking import speaks_about
from rhf_services.render.anchors import anchor
from rhf_services.render.cited import cited, title_in_bokmaal
from rhf_services.render.document import (
    Block,
    Chapter,
    Definition,
    Definitions,
    Document,
    Listing,
    Notice,
    Paragraph,
)
from rhf_services.render.report_findings import notice
from rhf_services.render.text import Run, Runs, on_lines, runs
from rhf_services.render.words import word
from rhf_services.sources.documents import OUR_PROPOSAL


def render_rule(rule: Rule[Any], registry: Registry, *, lang: str = "nb") -> Document:
    """Make a document of a rule, its examples really run.

    Args:
        rule: The rule.
        registry: What is loaded, to run the examples with.
        lang: The reader's language.

    Returns:
        The document.

    Raises:
        UnknownLanguageError: There is no such language here.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> registry = load_registry()
        >>> document = render_rule(registry.rule("ACT001"), registry, lang="nn")
        >>> [one.title[0].text for one in document.blocks if isinstance(one, Chapter)]
        ['Eit døme der han seier frå', 'Slik ordnar du det', 'Fleire døme']
    """
    reader = language(lang)
    ran = tuple(run_case(registry, rule, case) for case in rule.cases)
    return Document(
        lang=reader,
        title=runs(f"{rule.code}  {show(rule.title, reader)}"),
        kicker=word("rule", "kicker", reader),
        blocks=(
            *_beginning(rule, reader),
            Definitions(tuple(_about(rule, registry, reader))),
            *_examples(ran, reader),
        ),
    )


def _beginning(rule: Rule[Any], lang: Language) -> Iterator[Block]:
    if rule.obligation is not None:
        yield Paragraph(runs(show(rule.obligation, lang)), "lead")
    said = [word("rule", "blocks" if rule.may_block else "never-blocks", lang)]
    if rule.confirmable:
        said.append(word("rule", "confirmable", lang))
    yield Paragraph(runs(" ".join(said)))


def _about(rule: Rule[Any], registry: Registry, lang: Language) -> Iterator[Definition]:
    def told(id_: str, *lines: str) -> Definition:
        return Definition(runs(word("rule", id_, lang)), runs("\n".join(lines)))

    silent = [word("rule", "otherwise", lang)] if len(rule.says) < len(Stage) else []
    yield told("when", *_stages(rule, lang), *silent)
    yield told("to", label("audience", rule.audience, lang))
    kinds = [show(ENTITY_TYPE_NAMES[kind], lang) for kind in rule.entity_types]
    archive = [word("rule", "archive", lang)] if rule.on_archive else []
    if kinds or archive:
        yield told("for", *kinds, *archive)
    years = tuple(dict.fromkeys(_years(rule, registry, lang)))
    if years:
        yield told("years", *years)
    document = rule.source.document
    stated = () if document is OUR_PROPOSAL else rule.traces
    rows = f" ({', '.join(stated)})" if stated else ""
    where = [cited(cite(rule.source, lang) + rows, lang, [rule.source])]
    if document is not OUR_PROPOSAL:
        where.append((title_in_bokmaal(document.title, lang),))
    yield Definition(runs(word("rule", "source", lang)), on_lines(where))
    if rule.also:
        places = (cited(cite(one, lang), lang, [one]) for one in rule.also)
        yield Definition(runs(word("rule", "also", lang)), on_lines(places))
    yield told("standing", label("standing", rule.standing, lang))
    yield told("covers", word("covers", rule.covers, lang))
    needs = [word("need", need, lang) for need in (*rule.needs, *rule.wants)]
    if needs:
        yield told("needs", *needs)
    lowered = "cannot-be-lowered" if rule.may_block else "can-be-lowered"
    yield told("host", word("rule", lowered, lang))


def _years(rule: Rule[Any], registry: Registry, lang: Language) -> Iterator[str]:
    """Name the reporting years of a rule that depends on the year a limit was asked for."""
    for form in registry.templates.values():
        for edition in form.editions:
            for section in edition.sections:
                for asked in section.asked:
                    if asked.limit is None:
                        continue
                    year = asked.limit.year
                    now, later = (
                        speaks_about(rule, AskedAt(asked, section, at)) for at in (year, year + 1)
                    )
                    if now and not later:
                        yield str(year)
                    elif later and not now:
                        yield word("rule", "years-after", lang, year=year)


def _stages(rule: Rule[Any], lang: Language) -> Iterator[str]:
    for stage, severity in rule.says.items():
        weight = label("severity", severity, lang)
        if rule.may_block and severity is not Severity.ERROR:
            weight = word("rule", "holds-back", lang, severity=weight)
        yield f"{label('stage', stage, lang)}: {weight}"


def _examples(ran: tuple[CaseRun, ...], lang: Language) -> Iterator[Chapter]:
    """Show one case where the rule speaks in every language, how to mend it, and the others."""
    first = next((one for one in ran if one.findings and one.holds), None)
    if first is not None:
        said = tuple(_said(first.findings[0], one, lang) for one in LANGUAGES)
        name = Paragraph(runs(f"{show(first.case.name, lang)}."))
        yield Chapter(anchor("example"), _title("example", lang), (name, *said))
    mends: dict[str, str] = {}
    for each in ran:
        for one in each.findings:
            mends.setdefault(speak(one, lang).mend, show(each.case.name, lang))
    if mends:
        listing = Listing(tuple(_mend(mend, mends) for mend in mends))
        yield Chapter(anchor("mend"), _title("mend", lang), (listing,))
    others = [one for one in ran if one is not first]
    if others:
        shown = tuple(block for one in others for block in _case(one, lang))
        yield Chapter(anchor("cases"), _title("cases", lang), shown)


def _mend(mend: str, cases: Mapping[str, str]) -> Runs:
    """Say how to mend; where there are several ways, in which case too."""
    return runs(mend) if len(cases) == 1 else runs(Run(f"{cases[mend]}:", strong=True), f" {mend}")


def _case(one: CaseRun, lang: Language) -> Iterator[Block]:
    yield Paragraph(runs(f"{show(one.case.name, lang)}: ", Run(_what_came(one, lang), strong=True)))
    yield from (_notice(finding, lang) for finding in one.findings)


def _what_came(one: CaseRun, lang: Language) -> str:
    """Say what came of a case: a crash, another place than it says, or what it says."""
    if one.crash is not None:
        return word("rule", "crashed", lang, crash=one.crash)
    if one.holds:
        return word("rule", "fires" if one.findings else "silent", lang)
    expected, found = (
        ", ".join(f"«{place}»" for place in places) or word("rule", "nowhere", lang)
        for places in (one.expected, one.fired)
    )
    return word("rule", "elsewhere", lang, expected=expected, found=found)


def _notice(finding: Finding, lang: Language) -> Notice:
    """Say a finding with the place it speaks of."""
    plain = notice(finding, 0, lang)
    *said, code = plain.paragraphs
    place = runs(f" {finding.place.json_pointer}") if finding.place.pointer else ()
    return evolve(plain, id=None, paragraphs=(*said, evolve(code, runs=(*code.runs, *place))))


def _said(finding: Finding, own: Language, lang: Language) -> Notice:
    """Say a finding in a language that may be another than the reader's."""
    inside = _notice(finding, own)
    paragraphs = tuple(
        evolve(one, runs=tuple(_heard(run, own, lang) for run in one.runs))
        for one in inside.paragraphs
    )
    return evolve(
        inside,
        label=f"{LANGUAGE_NAMES[own]}: {inside.label}",
        lang=None if own == lang else own,
        paragraphs=paragraphs,
    )


def _heard(run: Run, own: Language, lang: Language) -> Run:
    """Mark a run of a text in a language as what it is in a document in maybe another."""
    written = run.lang or own
    return evolve(run, lang=None if written == lang else written)


def _title(id_: str, lang: Language) -> Runs:
    return runs(word("rule", id_, lang))
