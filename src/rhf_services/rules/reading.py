"""What is told of a document as a document: it cannot be read, or a field cannot hold a value.

What is merely unknown is told in ``unknown.py``.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.faults import FaultKind, Scalar
from rhf_services.model.filing import Filing
from rhf_services.model.places import Pointer
from rhf_services.model.questions import Table
from rhf_services.model.reach import AskedAt, Reach, every_question
from rhf_services.model.rules import (
    BLOCKS_SUBMISSION,
    Audience,
    Hit,
    NamedCase,
    Rule,
    Severity,
    Stage,
)
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import FILING
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import proposal


def unreadable_document(filing: Filing) -> Iterator[Hit]:
    """A document is JSON in UTF-8, an object, of a format we know."""
    told = [fault for fault in filing.faults if fault.kind is FaultKind.UNREADABLE]
    if filing.case.report is None and not told:
        yield Hit()
    for fault in told:
        params = dict(fault.params)
        yield Hit(variant=str(params.pop("reason")), params=params)


UNREADABLE_DOCUMENT = Rule(
    code="RDG001",
    title=_("Dokumentet kan ikke leses"),
    obligation=_("Et dokument kan leses: det er JSON i UTF-8, med et format vi kjenner."),
    on=FILING,
    says=dict.fromkeys(Stage, Severity.WARNING),
    audience=Audience.HOST,
    message=Message(
        says=_("Dokumentet kan ikke leses."),
        mend=_("Skriv det som JSON i UTF-8, med kjent format øverst."),
    ),
    variants={
        "not-json": Message(
            says=_(
                "Dokumentet kan ikke leses som JSON; det stopper i linje {line}, tegn {position}."
            ),
            mend=_("Se på dette stedet i dokumentet. Ofte mangler et komma eller en parentes."),
        ),
        "empty": Message(
            says=_("Dokumentet er tomt."),
            mend=_("Se etter om riktig fil er valgt."),
        ),
        "not-utf-8": Message(
            says=_("Dokumentet er ikke skrevet i UTF-8."),
            mend=_("Lagre det på nytt som UTF-8."),
        ),
        "not-an-object": Message(
            says=_("Dokumentet er JSON, men ikke en rapport."),
            mend=_("En rapport er ett objekt med feltet «format» øverst."),
        ),
        "no-report": Message(
            says=_("Saken har ingen rapport."),
            mend=_("Legg rapporten i feltet «report»."),
        ),
        "unknown-format": Message(
            says=_("Dokumentet har ikke et format vi kjenner."),
            mend=_("Skriv «rhf-report/1» eller «rhf-case/1» i feltet «format»."),
        ),
        "too-deep": Message(
            says=_("Dokumentet har for mange nivåer inni hverandre."),
            mend=_("En rapport trenger aldri mer enn ti nivåer; vi leser inntil hundre."),
        ),
        "long-number": Message(
            says=_("Dokumentet har et tall med flere siffer enn vi kan lese."),
            mend=_("Skriv tall med mer enn 4300 siffer som tekst."),
        ),
        "many-long-numbers": Message(
            says=_("Dokumentet har flere svært store tall enn vi kan lese."),
            mend=_("Skriv dem som tekst."),
        ),
    },
    source=proposal("a document that cannot be read is one clear finding"),
    standing=Standing.PROPOSED,
    check=unreadable_document,
    unread=True,
    on_archive=True,
    formless=True,
    cases=(
        NamedCase(_("En sak uten lesbar rapport"), {"report": {"format": "rapport/9"}}, ("",)),
        NamedCase(_("En lesbar rapport"), {"report": {}}),
    ),
)


OF_THE_LEAD: Final = ("answers", "people", "entity")


def cannot_hold(filing: Filing) -> Iterator[Hit]:
    """A value is of the kind its field can hold: text, a whole number, a choice, rows."""
    for fault in filing.faults:
        if fault.kind is FaultKind.CANNOT_HOLD:
            variant, params = _where(fault.at)
            counted = variant == "field" and fault.params["expected"] == "count"
            if counted and _has_text(filing, str(params["question"])):
                variant = "count"
            params |= fault.params
            if fault.params["expected"] == "whole-number" and fault.at[-1] == "year":
                params["expected"] = "year"  # the same number, with another example
            audience = _other_audience(filing, fault.at)
            yield Hit(fault.at, variant=variant, audience=audience, params=params)


def _has_text(filing: Filing, question: str) -> bool:
    """Tell whether a table has a text below its rows, where more can be said of a number."""
    asked = filing.edition.by_id.get(question) if filing.edition is not None else None
    return asked is not None and isinstance(asked.question, Table) and asked.question.with_text


def _other_audience(filing: Filing, at: Pointer) -> Audience | None:
    """Say who but the lead can mend a place: the group's leader, or the host; None for the lead."""
    if filing.owner_is_group(at):
        return Audience.GROUP_LEADER
    of_the_host = at[0] not in OF_THE_LEAD or at[-1] == "id"
    return Audience.HOST if of_the_host else None


def _where(at: Pointer) -> tuple[str | None, dict[str, Scalar]]:
    """Say in which answer, row and column a fault lies, for the words of the message."""
    if len(at) < 2 or at[0] != "answers":
        return _around(at)
    params: dict[str, Scalar] = {"question": str(at[1])}
    steps = at[3:] if at[2:3] == ("rows",) else at[2:]
    if not steps or not isinstance(steps[0], int):
        return "answer", params
    params["row"] = steps[0] + 1
    if len(steps) == 1:
        return "row", params
    return "field", {**params, "column": str(steps[1])}


def _around(at: Pointer) -> tuple[str | None, dict[str, Scalar]]:
    """Name what lies around the answers; its address stands beside the sentence, not in it."""
    if at in (("year",), ("template",)):
        return str(at[0]), {}
    if at[0] == "people" and len(at) > 1 and isinstance(at[1], int):
        return "person", {"row": at[1] + 1}
    return None, {}


def _mends(at: AskedAt) -> tuple[str, ...]:
    if at.to_group:
        return (Audience.GROUP_LEADER,)
    ids_of_rows = (Audience.HOST,) if at.table is not None else ()
    return (Audience.LEAD, *ids_of_rows)


_MEND_IT: Final = _("Rett feltet. De andre feltene er kontrollert som vanlig.")
_MEND_FIRST: Final = _("Rett feltet. Før det er gjort, er rapporten ikke kontrollert mot skjemaet.")

CANNOT_HOLD = Rule(
    code="STR001",
    title=_("En verdi som feltet ikke kan romme"),
    obligation=_("Et felt holder det det er ment for: tekst, et helt tall, et valg eller rader."),
    on=FILING,
    says=BLOCKS_SUBMISSION,
    audience=Audience.LEAD,
    message=Message(
        says=_("En opplysning rundt svarene må være {expected}."),
        mend=_MEND_IT,
    ),
    variants={
        "year": Message(says=_("Rapportåret må være {expected}."), mend=_MEND_FIRST),
        "template": Message(says=_("Navnet på skjemaet må være {expected}."), mend=_MEND_FIRST),
        "person": Message(
            says=_("En opplysning om person nummer {row} må være {expected}."),
            mend=_MEND_IT,
        ),
        "answer": Message(
            says=_("Svaret på {question} må være {expected}."),
            mend=_("Skriv svaret på nytt. De andre svarene er kontrollert som vanlig."),
        ),
        "row": Message(
            says=_("{question}, rad {row}: raden må være {expected}."),
            mend=_("Skriv raden på nytt. Resten av tabellen kontrolleres når det er gjort."),
        ),
        "field": Message(
            says=_("{question}, rad {row}: {column} må være {expected}."),
            mend=_("Rett feltet. Resten av tabellen kontrolleres når det er gjort."),
        ),
        "count": Message(
            says=_("{question}, rad {row}: {column} må være {expected}."),
            mend=_(
                "Er tallet omtrentlig, skriv det i teksten under tallene, så blir begge deler med."
            ),
        ),
    },
    source=proposal("a field holds what it is for; of an answer, the form's own words are cited"),
    standing=Standing.PROPOSED,
    traces=("S003-091", "S003-100"),
    check=cannot_hold,
    reach=Reach(every_question, elsewhere=True, heard_by=_mends),
    cites_question=True,
    cites_fields=True,
    on_archive=True,
    formless=True,
    cases=(
        NamedCase(
            _("Antallet er skrevet med bokstaver"),
            {"report": {"answers": {"clinical-activity": [{"id": "c1", "count": "ni"}]}}},
            ("/answers/clinical-activity/0/count",),
        ),
        NamedCase(
            _("Et svar er et tall, ikke tekst"),
            {"report": {"answers": {"group-assessment": 12, "equal-access": True}}},
            ("/answers/equal-access", "/answers/group-assessment"),
        ),
        NamedCase(
            _("En rad er ikke en rad"),
            {"report": {"answers": {"teaching": ["Kurs"]}}},
            ("/answers/teaching/0",),
        ),
        NamedCase(
            _("Rapportåret er skrevet som tekst"),
            {"report": {"year": "2024"}},
            ("/year",),
        ),
        NamedCase(
            _("Antallet er skrevet som 15.0"),
            {"report": {"answers": {"clinical-activity": [{"id": "c1", "count": 15.0}]}}},
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (UNREADABLE_DOCUMENT, CANNOT_HOLD)
