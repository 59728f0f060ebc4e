"""What every part of a form document is written with: texts with their keys, sources, ids."""

from collections.abc import Callable, Iterable
from typing import Any

from attrs import frozen

from rhf_services.i18n.languages import LANGUAGES, Language
from rhf_services.i18n.names import NAMES
from rhf_services.i18n.showing import translated
from rhf_services.model.choices import ChoiceList
from rhf_services.model.regions import REGION_NAMES, Region
from rhf_services.model.sources import Source
from rhf_services.model.text import Text
from rhf_services.model.years import Years

Json = dict[str, Any]


@frozen
class Pen:
    """Writes texts, sources and choices the same way everywhere.

    Attributes:
        template: The id of the form, which the keys of its texts begin with.
        year: The reporting year.
        languages: The languages to write; the others stand as null.

    Examples:
        >>> Pen("archive", 2016).text("role.coordinator", Text("koordinator"))["nn"]
        'koordinator'
    """

    template: str
    year: int
    languages: tuple[Language, ...] = LANGUAGES

    def text(self, key: str, text: Text) -> Json:
        """Write a text with its key, a wording laid over it included."""
        return self.said(key, lambda lang: translated(text, lang))

    def said(self, key: str, say: Callable[[Language], str]) -> Json:
        """Write what is said in each language, under a key."""
        written: Json = {"key": key}
        for lang in LANGUAGES:
            written[lang] = say(lang) if lang in self.languages else None
        return written

    def of_form(self, steps: str, text: Text) -> Json:
        """Write a text of the form, by the steps of its key below the form."""
        return self.text(f"form.{self.template}.{steps}", text)

    def maybe(self, steps: str, text: Text | None) -> Json | None:
        """Write a text of the form where there is one."""
        return None if text is None else self.of_form(steps, text)

    def named(self, sort: str, id_: str) -> Json:
        """Write the name that an id of a sort has; see `rhf_services.i18n.names`."""
        return self.text(f"name.{sort}.{id_}", NAMES[sort][id_])

    def region(self, region: Region) -> Json:
        """Write a region with its name."""
        label = self.text(f"region.{region}", REGION_NAMES[region])
        return {"id": str(region), "label": label}

    def states(self, states: Iterable[str]) -> list[Json]:
        """Write the states that an answer or part takes, each with what a button would say."""
        return [
            {"id": state, "label": self.named("form-word", state.replace("_", "-"))}
            for state in states
        ]

    def source(self, source: Source) -> Json:
        """Write a source: the document, and the place in it."""
        document = source.document
        return {
            "document": document.id,
            "title": document.title,
            "short": self.text(f"source.{document.id}.short", document.short),
            "section": source.section,
            "rows": list(source.rows),
        }

    def choices(self, choices: ChoiceList) -> Json:
        """Write a choice list: every choice it ever had, and whether it is offered now."""
        return {
            "list": choices.id,
            "choices": [
                {
                    "id": str(choice.id),
                    "label": self.text(f"choice.{choices.id}.{choice.id}", choice.label),
                    "offered": years(choice.offered),
                    "offered_now": self.year in choice.offered,
                }
                for choice in choices.choices
            ],
            "other": choices.other,
            "source": None if choices.source is None else self.source(choices.source),
            "standing": str(choices.standing),
        }


def years(span: Years) -> Json:
    """Write a span of reporting years; ``last`` is null while it still holds.

    Examples:
        >>> years(Years(2009, 2022))
        {'first': 2009, 'last': 2022}
    """
    return {"first": span.first, "last": span.last}
