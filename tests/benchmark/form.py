"""The frozen form of the benchmark: it stays as it is, so that figures can be compared.

It is a form like any other, with the kinds of questions that real forms have.
"""

from rhf_services.model.choices import Choice, ChoiceList
from rhf_services.model.columns import ChoiceColumn, NumberColumn, TextColumn
from rhf_services.model.entities import EntityType
from rhf_services.model.forms import Asked, Edition, Section, Template
from rhf_services.model.questions import LongText, Statement, Table, TextWithChoices
from rhf_services.model.text import Text
from rhf_services.sources.documents import proposal

YEAR = 2024
HERE = proposal("the form of the benchmark")
REGIONS = ("helse-nord", "helse-midt-norge", "helse-sor-ost", "helse-vest")
COUNTED = ("north", "mid", "east", "west")
TEXTS = ("access", "pathway", "users", "training", "plans")
GROUP_TEXTS = ("ref1", "ref2", "ref3", "ref4", "ref5", "ref6")


def _list(id_, *choices):
    return ChoiceList(id_, tuple(Choice(one, Text(one)) for one in choices), source=HERE)


def _texts(*ids):
    return tuple(TextColumn(id_, Text(id_)) for id_ in ids)


TABLES = (
    Table(
        "articles",
        (
            *_texts("title", "authors", "journal", "doi"),
            NumberColumn("year", Text("year"), minimum=0),
            ChoiceColumn("own", Text("own"), _list("yes-no", "yes", "no")),
        ),
    ),
    Table("doctorates", _texts("title", "institution", "date")),
    Table("projects", _texts("title", "started", "ended", "funding")),
    Table(
        "teaching",
        (
            *_texts("text"),
            ChoiceColumn("kind", Text("kind"), _list("kinds", "course", "lecture", "guidance")),
            NumberColumn("hours", Text("hours"), minimum=0),
        ),
    ),
    Table(
        "clinical",
        (
            *_texts("procedure"),
            *(NumberColumn(one, Text(one), minimum=0) for one in (*COUNTED, "total")),
            ChoiceColumn("unit", Text("unit"), _list("units", "patients", "visits")),
        ),
    ),
    Table(
        "dissemination",
        (
            *_texts("text", "date"),
            ChoiceColumn("kind", Text("kind"), _list("media", "press", "web", "talk")),
        ),
    ),
)
QUALITY = TextWithChoices("quality", _list("tools", "register", "biobank", "guideline", "survey"))

QUESTIONS = (
    *TABLES,
    QUALITY,
    Statement("information"),
    *(LongText(id_) for id_ in TEXTS),
    *(LongText(id_, group=True) for id_ in GROUP_TEXTS),
)
ASKED = tuple(Asked(question, Text(question.id), None, HERE) for question in QUESTIONS)
SECTIONS = (Section("activity", Text("activity"), HERE, asked=ASKED),)
TEMPLATE = Template(
    "bench.report",
    Text("bench"),
    (EntityType.NATIONAL_TREATMENT_SERVICE,),
    (Edition(YEAR, SECTIONS, HERE),),
    HERE,
)
