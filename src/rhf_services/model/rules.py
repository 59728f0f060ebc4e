"""Rules: one obligation each, its source, its check, what it says, when and to whom."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar

from attrs import field, frozen

from rhf_services.model.entities import EntityType
from rhf_services.model.faults import Params, Scalar
from rhf_services.model.places import Pointer
from rhf_services.model.reach import Reach
from rhf_services.model.sources import Source, Standing
from rhf_services.model.text import Message, Text

T = TypeVar("T")


class Severity(StrEnum):
    """How much a finding weighs: an error blocks, a warning asks, an information helps.

    Examples:
        >>> Severity.WARNING.lower_than(Severity.ERROR)
        True
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def lower_than(self, other: "Severity") -> bool:
        """Tell whether this weighs less than another."""
        return list(Severity).index(self) > list(Severity).index(other)


class Stage(StrEnum):
    """The step a report is checked for.

    Examples:
        >>> [str(stage) for stage in Stage]
        ['draft', 'submission', 'review', 'publication']
    """

    DRAFT = "draft"
    SUBMISSION = "submission"
    REVIEW = "review"
    PUBLICATION = "publication"


class Audience(StrEnum):
    """Who can mend what a finding speaks of.

    Examples:
        >>> Audience("group-leader").name
        'GROUP_LEADER'
    """

    LEAD = "lead"
    GROUP_LEADER = "group-leader"
    REGION = "region"
    SERVICE_ENVIRONMENT = "service-environment"
    HOST = "host"
    EDITOR = "editor"
    AUTHOR = "author"


class Need(StrEnum):
    """A part of the case that a rule cannot do without.

    Examples:
        >>> Need("attempt").name
        'ATTEMPT'
    """

    ENTITY = "entity"
    CYCLE = "cycle"
    PREVIOUS = "previous"
    ATTEMPT = "attempt"
    TIME = "time"


class Covers(StrEnum):
    """How much of the obligation the check sees.

    Examples:
        >>> Covers("signal").name
        'SIGNAL'
    """

    WHOLE = "whole"
    PART = "part"
    SIGNAL = "signal"


BLOCKING_CODES: Final = ("SUB001", "SUB002", "SUB003", "TPL001", "STR001", "PRI001")
"""The closed list of rules that may give an error; no host and no plugin can add to it."""


INFO_WHILE_WRITING: Final[Mapping[Stage, Severity]] = MappingProxyType(
    {Stage.DRAFT: Severity.INFO, Stage.SUBMISSION: Severity.INFO}
)
INFO_THEN_WARNING: Final[Mapping[Stage, Severity]] = MappingProxyType(
    {Stage.DRAFT: Severity.INFO, Stage.SUBMISSION: Severity.WARNING}
)
WARNING_WHILE_WRITING: Final[Mapping[Stage, Severity]] = MappingProxyType(
    {Stage.DRAFT: Severity.WARNING, Stage.SUBMISSION: Severity.WARNING}
)
BLOCKS_SUBMISSION: Final[Mapping[Stage, Severity]] = MappingProxyType(
    {Stage.DRAFT: Severity.WARNING, Stage.SUBMISSION: Severity.ERROR}
)


@frozen(init=False)
class Hit:
    """Where a rule fires, and with which parameters; everything else the rule says itself.

    Attributes:
        at: The steps to the place, from the place of what the rule looks at.
        variant: The name of another message of the rule, where it has several.
        audience: Who is spoken to, where it is not the rule's ordinary audience.
        params: Ids, numbers and days; never a name or what somebody wrote.

    Examples:
        >>> Hit(("members",), region="helse-vest").params
        {'region': 'helse-vest'}
    """

    at: Pointer
    variant: str | None
    audience: Audience | None
    params: Params

    def __init__(
        self,
        at: Pointer = (),
        *,
        variant: str | None = None,
        audience: Audience | None = None,
        params: Params | None = None,
        **more: Scalar,
    ) -> None:
        """Take the place first, then the parameters, together or by name."""
        self.__attrs_init__(at, variant, audience, {**(params or {}), **more})


@frozen
class Subject(Generic[T]):
    """What a rule looks at.

    Attributes:
        id: A short name.
        find: Gives each thing to look at in a filing, with the steps to its place.
        missed: Tells whether something of the kind could not be read, so that silence is no pass.

    Examples:
        >>> from rhf_services.model.subjects import REFERENCE_GROUP
        >>> REFERENCE_GROUP.id
        'reference-group'
    """

    id: str
    find: Callable[[Any], Iterable[tuple[Pointer, T]]]
    missed: Callable[[Any], bool] | None = None


@frozen
class NamedCase:
    """A small case that shows a rule firing, or staying silent.

    Attributes:
        name: What the case shows, as a sentence.
        document: The case as ``rhf-case/1``, without what does not matter.
        fires: The places where the rule must fire, as JSON Pointers; empty where it is silent.
        stage: The stage it is checked at.
        text: The whole case as it would be written, where the writing itself is the point.

    Examples:
        >>> NamedCase(Text("Fem artikler"), {"report": {"year": 2023}}).whole["report"]["year"]
        2023
    """

    name: Text
    document: Mapping[str, Any] = field(repr=False)
    fires: tuple[str, ...] = ()
    stage: Stage = Stage.SUBMISSION
    text: str | None = None

    @property
    def whole(self) -> dict[str, Any]:
        """The case as it would be read, with the form and year that go without saying."""
        given = self.document.get("report", {})
        report = {"format": "rhf-report/1", "template": "national-treatment-service", "year": 2024}
        return {**self.document, "format": "rhf-case/1", "report": {**report, **given}}


def _copied(says: Mapping[Stage, Severity]) -> dict[Stage, Severity]:
    return dict(says)


@frozen
class Rule(Generic[T]):
    """One obligation.

    Attributes:
        code: The stable code; never used again for anything else.
        title: What it is about, in a few words.
        on: What it looks at.
        says: How much a finding weighs at each stage; silent at the stages left out.
        audience: Who is spoken to.
        message: What it says.
        source: Where the obligation is written.
        also: Further places where it is written.
        standing: How sure we are of it.
        check: A generator of hits; it names places and parameters and nothing else.
        traces: Ids of the statements it carries.
        covers: How much of the obligation the check sees.
        reads: Ids of the questions it reads; it does not run where one cannot be read.
        needs: Parts of the case it cannot do without.
        wants: Parts of the case without which its silence is no pass.
        variants: Further messages, by the name a hit gives.
        entity_types: The kinds it speaks of; empty for all.
        on_archive: Whether it also runs on old reports.
        formless: Whether it also runs where there is no form to read the report with.
        cites_question: Whether a finding cites the source of the question it stands at.
        cites_fields: Whether a finding at a table cites where the fields of a row are known from,
            and not where the table is asked for.
        unread: Whether it says that nothing could be read at all.
        confirmable: Whether a waiver that holds lifts its block: "it is another number".
        cases: Named cases, both firing and silent.
        reach: Which questions it can speak about, where that does not follow from ``on``.
        obligation: What must hold, in one or two sentences, for whoever looks into the rule.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> load_registry().rule("ACT001").audience
        <Audience.LEAD: 'lead'>
    """

    code: str
    title: Text
    on: Subject[T]
    says: Mapping[Stage, Severity] = field(converter=_copied)
    audience: Audience
    message: Message
    source: Source
    check: Callable[[T], Iterator[Hit]]
    standing: Standing = Standing.DOCUMENTED
    also: tuple[Source, ...] = ()
    traces: tuple[str, ...] = ()
    covers: Covers = Covers.WHOLE
    reads: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    wants: tuple[Need, ...] = ()
    variants: Mapping[str, Message] = field(factory=dict)
    entity_types: tuple[EntityType, ...] = ()
    on_archive: bool = False
    formless: bool = False
    cites_question: bool = False
    cites_fields: bool = False
    unread: bool = False
    confirmable: bool = False
    cases: tuple[NamedCase, ...] = ()
    reach: Reach | None = None
    obligation: Text | None = None

    @property
    def may_block(self) -> bool:
        """Whether it is one of the few that hold a step back."""
        return self.code in BLOCKING_CODES

    def message_for(self, variant: str | None) -> Message:
        """Give the message of a hit."""
        return self.message if variant is None else self.variants[variant]
