"""Questions as typed keys: an id and the type of the answer. The kinds are a closed set."""

from collections.abc import Mapping
from typing import Any, Final, Protocol, TypeVar

from attrs import frozen

from rhf_services.model.answers import (
    STATE_KEYS,
    Row,
    Rows,
    State,
    TextAndChoices,
    YesNo,
    stated,
    without_nothing,
)
from rhf_services.model.choices import ChoiceList, Picked
from rhf_services.model.columns import Column
from rhf_services.model.sources import Source, Standing
from rhf_services.model.values import is_blank, text_or_none

T_co = TypeVar("T_co", covariant=True)

TEXT_STATES: Final = ("not_applicable",)
TABLE_STATES: Final = ("not_applicable", "nothing_to_report")
GROUP_STATES: Final = ("not_applicable", "not_received")


class QuestionKey(Protocol[T_co]):
    """What a report can be asked for: a question, and the type of its answer.

    Examples:
        >>> from rhf_services.forms.evaluation import EQUAL_ACCESS
        >>> EQUAL_ACCESS.read("Klinikk i alle regioner."), EQUAL_ACCESS.read(12)
        ('Klinikk i alle regioner.', None)
    """

    @property
    def id(self) -> str:
        """The id of the question."""

    def read(self, raw: Any) -> T_co | None:
        """Read the answer; None where there is none or it cannot be read."""

    def state(self, raw: Any) -> State:
        """Tell how the question stands."""


@frozen
class LongText:
    """A question answered in free text.

    Attributes:
        id: The stable id.
        group: Whether it is put to the reference group, so that the answer may be "not received".

    Examples:
        >>> LongText("equal-access").read("Ambulerende klinikk i alle regioner.")
        'Ambulerende klinikk i alle regioner.'
        >>> str(LongText("equal-access").state({"not_applicable": "Ny i år"}))
        'not-applicable'
    """

    id: str
    group: bool = False

    @property
    def states(self) -> tuple[str, ...]:
        """The state keys this question takes."""
        return GROUP_STATES if self.group else TEXT_STATES

    def read(self, raw: Any) -> str | None:
        """Read the text; None where it is blank or no text."""
        return text_or_none(raw)

    def state(self, raw: Any) -> State:
        """Tell how the question stands."""
        if is_blank(raw):
            return State.MISSING
        if isinstance(raw, str):
            return State.GIVEN
        if not isinstance(raw, Mapping):
            return State.UNREADABLE
        return stated(without_nothing(raw), self.states) or _nothing_in(raw)


@frozen
class TextWithChoices:
    """A question answered in free text with a choice list beside it; a plain text will do.

    Attributes:
        id: The stable id.
        choices: The alternatives; several may be chosen.

    Examples:
        >>> quality = TextWithChoices("treatment-quality", ChoiceList("tools", (), source=None))
        >>> quality.read({"text": "Målt i register", "tools": ["biobank"]}).chosen
        (Picked(id='biobank'),)
    """

    id: str
    choices: ChoiceList

    def read(self, raw: Any) -> TextAndChoices | None:
        """Read text and choices; None where neither is given."""
        if isinstance(raw, str):
            text = text_or_none(raw)
            return TextAndChoices(text) if text else None
        if not isinstance(raw, Mapping) or _says_how_it_stands(raw):
            return None
        tools = raw.get("tools")
        listed = [Picked.read(tool) for tool in tools] if isinstance(tools, list) else []
        chosen = tuple(picked for picked in listed if picked)
        text = text_or_none(raw.get("text"))
        return TextAndChoices(text, chosen) if text or chosen else None

    def state(self, raw: Any) -> State:
        """Tell how the question stands; choices without a text count as an answer."""
        if is_blank(raw):
            return State.MISSING
        if isinstance(raw, str):
            return State.GIVEN
        if not isinstance(raw, Mapping):
            return State.UNREADABLE
        own = ("text", "tools")
        return _own(raw, own, TEXT_STATES, filled=self.read(raw) is not None)


@frozen
class Table:
    """A question answered in rows.

    Attributes:
        id: The stable id.
        columns: The columns in the order they are shown.
        with_text: Whether one text for the whole table may stand beside the rows.
        fields: How sure we are of the columns; no document shows them.
        fields_source: Where the columns are seen, or why we propose them; None where nobody says.
        lasting: Whether the rows go on from year to year, so that a new report begins with them.

    Examples:
        >>> from rhf_services.model.columns import TextColumn
        >>> from rhf_services.model.text import Text
        >>> teaching = Table("teaching", (TextColumn("text", Text("Tekst"), starred=True),))
        >>> str(teaching.state({"nothing_to_report": True}))
        'confirmed-empty'
    """

    id: str
    columns: tuple[Column, ...]
    with_text: bool = False
    lasting: bool = False
    fields: Standing = Standing.PROPOSED
    fields_source: Source | None = None

    def read(self, raw: Any) -> Rows | None:
        """Read the rows that hold something; None where there are none and no text."""
        steps: tuple[str, ...] = ()
        text = None
        if self.with_text and isinstance(raw, Mapping) and not _says_how_it_stands(raw):
            text = text_or_none(raw.get("text"))
            raw = raw.get("rows")
            steps = ("rows",)
        listed = raw if isinstance(raw, list) else []
        rows = tuple(
            Row(row, at)
            for at, row in enumerate(listed)
            if row and isinstance(row, Mapping) and _something_in(row)
        )
        return Rows(rows, text, steps) if rows or text else None

    def state(self, raw: Any) -> State:
        """Tell how the table stands: filled, confirmed empty, or untouched."""
        if is_blank(raw):
            return State.MISSING
        if isinstance(raw, list):
            return State.GIVEN if any(_something_in(row) for row in raw) else State.MISSING
        if not isinstance(raw, Mapping):
            return State.UNREADABLE
        if not self.with_text:
            return stated(without_nothing(raw), TABLE_STATES) or _nothing_in(raw)
        return _own(raw, ("rows", "text"), TABLE_STATES, filled=self.read(raw) is not None)


@frozen
class Statement:
    """A statement that holds or not, with a text beside it.

    Attributes:
        id: The stable id.

    Examples:
        >>> Statement("patient-information").read({"yes": True, "text": "På nettsiden."}).yes
        True
    """

    id: str

    def read(self, raw: Any) -> YesNo | None:
        """Read the statement; None where nothing is said."""
        if not isinstance(raw, Mapping) or _says_how_it_stands(raw):
            return None
        yes = raw.get("yes")
        text = text_or_none(raw.get("text"))
        said = yes if isinstance(yes, bool) else None
        return YesNo(said, text) if said is not None or text else None

    def state(self, raw: Any) -> State:
        """Tell how the question stands."""
        if is_blank(raw):
            return State.MISSING
        if not isinstance(raw, Mapping):
            return State.UNREADABLE
        own = ("yes", "text")
        return _own(raw, own, TEXT_STATES, filled=self.read(raw) is not None)


Question = LongText | TextWithChoices | Table | Statement
"""The closed set of kinds."""


def _own(
    raw: Mapping[str, Any], own: tuple[str, ...], states: tuple[str, ...], *, filled: bool
) -> State:
    """Judge an object that may have the question's own shape or say how the question stands."""
    said = without_nothing(raw, own)
    state = stated(said, states)
    if state is not None:
        return state
    if raw and not any(key in raw for key in own):
        return State.UNREADABLE if said else State.MISSING
    return State.GIVEN if filled else State.MISSING


def _nothing_in(raw: Mapping[str, Any]) -> State:
    """Judge an object where none but a state may stand: only nulls is missing, else unreadable."""
    return State.MISSING if raw and not without_nothing(raw) else State.UNREADABLE


def _says_how_it_stands(raw: Any) -> bool:
    """Tell whether an object says how the question stands, rightly or wrongly."""
    return isinstance(raw, Mapping) and any(key in STATE_KEYS for key in without_nothing(raw))


def _something_in(row: Any) -> bool:
    """Tell whether anything but an id stands in a row."""
    if row is None:
        return False
    if not isinstance(row, Mapping):
        return not is_blank(row)
    return bool(row) and any(key != "id" and not is_blank(value) for key, value in row.items())
