"""Birth numbers in texts; only of the test series, which nobody has."""

from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from stdnum.no.fodselsnummer import calc_check_digit1, calc_check_digit2

from rhf_services.hooks import Registry
from rhf_services.model.columns import TextColumn
from rhf_services.model.places import Pointer
from rhf_services.model.questions import Statement, Table
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.drawing import containers
from rhf_services.testing.formed import Formed
from rhf_services.testing.tables import table_of

_INDIVIDUALS: Final = 500
_WIDE: Final = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}
_ARABIC: Final = {ord(str(digit)): chr(0x0660 + digit) for digit in range(10)}
_SENTENCES: Final = ("{} Gjelder {}.", "{} Se {} i journalen", "{} ({})", "{}\n{}\n")

Slot = tuple[Pointer, dict[str, Any], str]


def identity_number(registry: Registry) -> SearchStrategy[Broken]:
    """Write a number of the test series into a text, in the ways people write such numbers."""

    def write(draw: DrawFn, draft: Draft) -> None:
        slots = list(_slots(draft))
        if not slots:
            comment = {"question": None, "text": "Til servicemiljøet."}
            draft.report["comments"] = [comment]
            slots = [(("comments", 0), comment, "text")]
        at, container, key = draw(st.sampled_from(slots))
        draft.expect(*at, key)
        sentence = draw(st.sampled_from(_SENTENCES))
        container[key] = sentence.format(container[key], draw(_written()))

    return breaking(registry, "PRI001", write)


@st.composite
def _written(draw: DrawFn) -> str:
    """Give a number of the test series as people, and programs, write it."""
    day, month, year = (draw(st.integers(*span)) for span in ((1, 28), (1, 12), (0, 99)))
    added = draw(st.sampled_from((40, 65, 80)))
    permit = draw(st.sampled_from((0, 40)))
    six = f"{day + permit:02}{month + added:02}{year:02}"
    five = _rest(six, draw(st.integers(0, _INDIVIDUALS - 1)))
    dotted = f"{six[:2]}.{six[2:4]}.{six[4:]}"
    ways = (
        f"{six}{five}",
        f"{six} {five}",
        f"{six}-{five}",
        f"{six}–{five}",
        f"{dotted} {five}",
        f"{dotted}-{five}",
        f"{six[:2]} {six[2:4]} {six[4:]} {five}",
        f"{six} \u00a0{five}",
        f"{six}\u200b{five}",
        f"{six[:3]}\u00ad{six[3:]}{five}",
        f"{six}{five}".translate(_WIDE),
        f"{six} {five}".translate(_ARABIC),
    )
    return draw(st.sampled_from(ways))


def _rest(six: str, begin: int) -> str:
    """Give the last five digits: the first individual number from one on that has check digits."""
    for at in range(_INDIVIDUALS):
        nine = f"{six}{(begin + at) % _INDIVIDUALS:03}"
        first = calc_check_digit1(nine)
        second = calc_check_digit2(f"{nine}{first}")
        if len(first) == len(second) == 1:
            return f"{nine[6:]}{first}{second}"
    raise LookupError(six)


def _slots(draft: Draft) -> list[Slot]:
    """Give the places of the report where people write free text."""
    own = {id_: answer for id_, answer in draft.answers.items() if id_ in draft.form.edition.by_id}
    closed = _closed_keys(draft.form)
    found: list[Slot] = [
        (("answers",), draft.answers, id_)
        for id_, answer in own.items()
        if isinstance(answer, str) and id_ not in closed
    ]
    roots: list[tuple[Pointer, Any]] = [(("answers", id_), answer) for id_, answer in own.items()]
    roots += [((part,), draft.report.get(part)) for part in ("sections", "comments")]
    for root, value in roots:
        for at, one in containers(value, root):
            found += [
                (at, one, key)
                for key, text in one.items()
                if isinstance(text, str) and key not in closed
            ]
    return found


def _closed_keys(form: Formed) -> set[str]:
    """Give the keys under which something else than free text stands."""
    columns = [column for asked in form.tables for column in table_of(asked).columns]
    free = [c.id for c in columns if isinstance(c, TextColumn) and c.form == "free"]
    no_texts = {one.id for one in form.edition if isinstance(one.question, Table | Statement)}
    envelope = {"id", "question", "row", "of", "by", "at"}
    return envelope | no_texts | {column.id for column in columns if column.id not in free}
