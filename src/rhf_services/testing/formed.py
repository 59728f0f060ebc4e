"""Which forms a registry has, year by year: what generated reports are made on."""

from collections.abc import Iterable

from attrs import field, frozen

from rhf_services.hooks import Registry
from rhf_services.model.filing import PARTS_THAT_COUNT
from rhf_services.model.forms import Asked, Edition, Template
from rhf_services.model.questions import Table


@frozen
class Formed:
    """A form as it stands in one reporting year.

    Attributes:
        template: The form.
        edition: The edition for the year.
        year: The reporting year.

    Examples:
        >>> from rhf_services import load_registry
        >>> Formed.of(load_registry(), "archive", 2016).edition.id
        '2009'
    """

    template: Template = field(repr=lambda template: template.id)
    edition: Edition = field(repr=lambda edition: edition.id)
    year: int

    @staticmethod
    def of(registry: Registry, template_id: str, year: int) -> "Formed":
        """Find a form in a year.

        Args:
            registry: What is loaded.
            template_id: The id of the form.
            year: The reporting year.

        Raises:
            LookupError: Nobody has loaded the form, or it is not for this year.
        """
        template = registry.templates.get(template_id)
        choice = None if template is None else template.edition_for(year)
        if template is None or choice is None:
            raise LookupError(template_id, year)
        return Formed(template, choice.edition, year)

    @property
    def entered(self) -> bool:
        """Whether somebody has gone through the form for this year."""
        return self.year <= self.edition.confirmed

    @property
    def tables(self) -> tuple[Asked, ...]:
        """The tables it asks for, in the order of the form."""
        return tuple(asked for asked in self.edition if isinstance(asked.question, Table))


@frozen(eq=False)
class Narrowed(Registry):
    """A registry whose other forms are known, but not reported on.

    Attributes:
        template_id: The id of the form that is reported on.
        year: The only reporting year, or None for any.

    Examples:
        >>> from rhf_services import load_registry
        >>> narrowed = Narrowed.of(load_registry(), "archive", 2016)
        >>> [form.year for form in forms_of(narrowed)], len(narrowed.templates) > 1
        ([2016], True)
    """

    template_id: str = ""
    year: int | None = None

    @staticmethod
    def of(registry: Registry, template_id: str, year: int | None = None) -> "Narrowed":
        """Narrow a registry to one form, in one year or in any."""
        return Narrowed(
            registry.templates,
            registry.rules,
            registry.breakers,
            registry.plugins,
            registry.owners,
            registry.problems,
            template_id=template_id,
            year=year,
        )

    def reports_on(self, form: Formed) -> bool:
        """Tell whether a form, as it stands in a year, is reported on."""
        return form.template.id == self.template_id and self.year in (None, form.year)


def reported_on(registry: Registry, forms: Iterable[Formed]) -> tuple[Formed, ...]:
    """Give those of some forms that are reported on: all of them, or those of a narrowed registry.

    Examples:
        >>> from rhf_services import load_registry
        >>> registry = load_registry()
        >>> reported_on(registry, [Formed.of(registry, "archive", 2016)])
        (Formed(template=archive, edition=2009, year=2016),)
    """
    if isinstance(registry, Narrowed):
        return tuple(form for form in forms if registry.reports_on(form))
    return tuple(forms)


def elsewhere(registry: Registry, form: Formed) -> tuple[Asked, ...]:
    """Give the questions that other forms ask, but not this one.

    Examples:
        >>> from rhf_services import load_registry
        >>> registry = load_registry()
        >>> form = Formed.of(registry, "national-treatment-service", 2024)
        >>> "doctorates" in [asked.id for asked in elsewhere(registry, form)]
        True
    """
    return tuple(a for id_, a in registry.questions.items() if id_ not in form.edition.by_id)


def forms_of(registry: Registry, template_id: str | None = None) -> tuple[Formed, ...]:
    """Give every form in every year that somebody has gone through it for.

    Args:
        registry: What is loaded.
        template_id: The id of one form; None for all.

    Examples:
        >>> from rhf_services import load_registry
        >>> [form.year for form in forms_of(load_registry(), "national-treatment-service")]
        [2023, 2024]
    """
    found = []
    for template in registry.templates.values():
        if template_id in (None, template.id):
            years = {
                year
                for edition in template.editions
                for year in range(edition.first, edition.confirmed + 1)
                if template.edition_for(year) is not None
            }
            formed = [Formed.of(registry, template.id, year) for year in sorted(years)]
            found += [form for form in formed if form.entered]
    return reported_on(registry, found)


def counted(form: Formed) -> list[Asked]:
    """Give the questions of which a report must answer one.

    Examples:
        >>> from rhf_services import load_registry
        >>> len(counted(Formed.of(load_registry(), "archive", 2016)))
        11
    """
    return [
        asked
        for section in form.edition.sections
        for asked in section.asked
        if section.id in PARTS_THAT_COUNT and not asked.hidden
    ]
