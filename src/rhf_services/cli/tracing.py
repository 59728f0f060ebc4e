"""The command ``trace``: what carries each statement of the documents, and the proof of it."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import click
from attrs import frozen

from rhf_services.cli.options import loaded
from rhf_services.cli.progress import with_progress_before
from rhf_services.cli.showing import echo_json, wrapped
from rhf_services.hooks import Registry
from rhf_services.i18n import Language, language, show
from rhf_services.model.text import Text, _, _n
from rhf_services.trace import Carrier, Traced, TracedAs, Trial, proofs, trace, trials
from rhf_services.trace.output import TRACE_FORMAT, counts, trace_document, why_not_carried
from rhf_services.trace.proving import to_try
from rhf_services.trace.statements import KINDS
from rhf_services.trace.tracing import place

FEW: Final = 3
INDENT: Final = " " * 11
MARKS: Final = MappingProxyType(
    {TracedAs.CARRIED: "✓", TracedAs.NOT_INSTALLED: "○", TracedAs.OPEN: "·"}
)

KIND_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "template": _("skjema"),
        "model": _("modell"),
        "report-rule": _("regel om rapporten"),
        "process": _("gangen i rapporteringen"),
        "answer": _("svar til den som spør"),
        "domain-rule": _("regel om enheten"),
        "text": _("opplysning"),
        "outside": _("utenfor"),
    }
)
CARRIER_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "rule": _("regel"),
        "template": _("skjema"),
        "edition": _("utgave"),
        "section": _("del"),
        "question": _("spørsmål"),
        "text": _("tekst"),
        "choices": _("valgliste"),
        "value": _("verdi"),
    }
)
AND_MORE: Final = _("og {count} til")
PARTLY_ELSEWHERE: Final = _n(
    "{count} regel, spørsmål eller tekst hører til et skjema som ikke er installert her.",
    "{count} regler, spørsmål eller tekster hører til skjemaer som ikke er installert her.",
)
STANDS_IN: Final = _("Står i: {places}")
CAN_BE_CHECKED: Final = _("Kontroll: {check}")
NOTE: Final = _("Merk: {note}")
COUNTS: Final = _("Utsagn: {number}. Ivaretatt: {carried}. Åpne: {open}.")
ELSEWHERE: Final = _("Ivaretatt av skjemaer som ikke er installert her: {number}.")
PROVED: Final = _(
    "{statements} utsagn. {carriers} regler, spørsmål og tekster ivaretar dem; "
    "hver er slått av én gang."
)
NOTICED: Final = _("Bevisene skulle merke det {tried} ganger, og merket det {noticed} ganger.")
DOES_NOT_HOLD: Final = _("{row}: utsagnet holder ikke.")
NOT_NOTICED: Final = _("{row}: ingenting merket at {carrier} var slått av.")


@frozen
class HowToTrace:
    """How to answer.

    Attributes:
        prove: Whether to run the proofs.
        lang: The language.
        form: ``text`` or ``json``.

    Examples:
        >>> HowToTrace(prove=False, lang="nb", form="text").form
        'text'
    """

    prove: bool
    lang: str
    form: str


def run(rows: list[str], kinds: tuple[str, ...], asked: HowToTrace) -> int:
    """Trace statements, tell of each, or prove them; give the exit code.

    Args:
        rows: Ids of statements; none for all.
        kinds: Kinds of statements; none for all.
        asked: How to answer.

    Raises:
        click.UsageError: No statement has one of the ids, or is of one of the kinds.
    """
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise click.UsageError(f"No kind is called {unknown[0]!r}. They are: {', '.join(KINDS)}.")
    registry = loaded(None, asked.lang)
    try:
        traced = trace(registry, rows, kinds)
    except LookupError as error:
        raise click.UsageError(
            f"No statement has the id {error.args[0]!r}. Without ids all are listed."
        ) from error
    reader = language(asked.lang)
    if asked.prove:
        return _prove(registry, traced, asked.form, reader)
    if asked.form == "json":
        document = trace_document(registry, traced, reader)
        echo_json(document)
        return 0
    for one in traced:
        click.echo("\n".join(_lines(registry, one, reader, whole=bool(rows))))
    if len(traced) > 1:
        click.echo()
        click.echo(_counts(traced, reader))
    return 0


def _prove(registry: Registry, traced: tuple[Traced, ...], form: str, lang: Language) -> int:
    """Run the proofs, and give 1 where one does not do what it should."""
    known = proofs()
    wanted = [known[one.statement.id] for one in traced if one.statement.id in known]
    to_do = to_try(registry, wanted)
    length = len(wanted) + sum(map(len, to_do.values()))
    done = list(with_progress_before(trials(registry, wanted), length))
    tried = [trial for trial in done if trial.carrier is not None]
    failed = [trial for trial in done if not trial.passed]
    gone = [one.statement.id for one in traced if one.state is TracedAs.NOT_INSTALLED]
    numbers = {
        "statements": len(done) - len(tried),
        "carriers": len(to_do),
        "tried": len(tried),
        "noticed": sum(trial.passed for trial in tried),
    }
    if form == "json":
        wrong = [{"row": one.row, "without": one.carrier and str(one.carrier)} for one in failed]
        proved = {**numbers, "not_installed": gone, "failed": wrong}
        document = {"format": TRACE_FORMAT, "proved": proved}
        echo_json(document)
        return 1 if failed else 0
    for trial in failed:
        click.echo(click.style(f"✗ {_failed(trial, lang)}", fg="red"))
    click.echo(show(PROVED, lang, numbers))
    click.echo(show(NOTICED, lang, numbers))
    if gone:
        click.echo(show(ELSEWHERE, lang, {"number": len(gone)}))
    return 1 if failed else 0


def _failed(trial: Trial, lang: Language) -> str:
    if trial.carrier is None:
        return show(DOES_NOT_HOLD, lang, {"row": trial.row})
    return show(NOT_NOTICED, lang, {"row": trial.row, "carrier": str(trial.carrier)})


def _lines(registry: Registry, one: Traced, lang: Language, *, whole: bool) -> Iterator[str]:
    """Tell of one statement: briefly in a list, or with all there is to know."""
    said, mark = one.statement, MARKS[one.state]
    head = wrapped(f"{said.statement} ({show(KIND_WORDS[said.kind], lang)})", INDENT)
    yield f"{click.style(said.id, bold=True)} {mark} {head[0].strip()}"
    yield from head[1:]
    if one.state is TracedAs.CARRIED and whole:
        yield from _every_carrier(registry, one, lang)
    elif one.state is TracedAs.CARRIED:
        for line in wrapped(_briefly(one.carriers, lang), INDENT):
            yield click.style(line, dim=True)
    else:
        for line in wrapped(why_not_carried(one, lang), INDENT):
            yield click.style(line, dim=True)
    if whole:
        for text, params in (
            (STANDS_IN, {"places": ", ".join(said.source)}),
            (CAN_BE_CHECKED, {"check": said.check}),
            (NOTE, {"note": said.note}),
        ):
            if all(params.values()):
                yield from wrapped(show(text, lang, params), INDENT)


def _every_carrier(registry: Registry, one: Traced, lang: Language) -> Iterator[str]:
    for carrier in one.carriers:
        where = place(registry, carrier)
        named = f"{show(CARRIER_WORDS[carrier.kind], lang)} {carrier.address}"
        told = f" ({where})" if where and where != carrier.template else ""
        yield from wrapped(named + told, INDENT)
    if one.elsewhere:
        yield from wrapped(show(PARTLY_ELSEWHERE, lang, {"count": len(one.elsewhere)}), INDENT)


def _briefly(carriers: Iterable[Carrier], lang: Language) -> str:
    """Name what carries a statement, the first few of each kind."""
    by_kind: dict[str, list[str]] = {}
    for carrier in carriers:
        by_kind.setdefault(carrier.kind, []).append(carrier.address.removeprefix("rhf_services."))
    parts = []
    for kind, named in by_kind.items():
        more = len(named) - FEW
        rest = [show(AND_MORE, lang, {"count": more})] if more > 0 else []
        parts.append(
            f"{show(CARRIER_WORDS[kind], lang)} {' '.join([', '.join(named[:FEW]), *rest])}"
        )
    return "; ".join(parts)


def _counts(traced: tuple[Traced, ...], lang: Language) -> str:
    number = counts(traced)
    told = show(COUNTS, lang, {**number, "number": len(traced)})
    gone = number["not_installed"]
    return f"{told} {show(ELSEWHERE, lang, {'number': gone})}" if gone else told
