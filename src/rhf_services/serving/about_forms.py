"""What can be asked about forms: ``templates``, ``form``, ``diff``, ``schema``."""

from typing import Any, Final, Self

from attrs import frozen

from rhf_services.hooks import Registry
from rhf_services.i18n import LANGUAGES, Language
from rhf_services.model.forms import Edition, Template
from rhf_services.process import Difference, NoEditionError, difference, difference_document
from rhf_services.serving.asking import Params, RefusalKind, RefusedError
from rhf_services.wire.form_documents import form_document
from rhf_services.wire.schemas import report_schema, schemas
from rhf_services.wire.templates import templates_document

SCHEMAS_FORMAT: Final = "rhf-schemas/1"


@frozen
class AskedForForms:
    """The question which forms there are.

    Attributes:
        lang: The language of the titles.
    """

    lang: Language

    @classmethod
    def read(cls, params: Params) -> Self:
        """Read it from parameters."""
        return cls(params.lang())

    def answer(self, registry: Registry) -> dict[str, Any]:
        """Give the list (``rhf-templates/1``)."""
        return templates_document(registry, self.lang)


@frozen
class AskedForForm:
    """The question for a whole form.

    Attributes:
        template: The id of the form.
        year: The reporting year, or None.
        edition: The id of an edition, or None.
        lang: The only language of its texts, or None for all.
    """

    template: str
    year: int | None
    edition: str | None
    lang: str | None

    @classmethod
    def read(cls, params: Params) -> Self:
        """Read it from parameters."""
        return cls(
            params.needed("template"),
            params.whole_number("year"),
            params.text("edition"),
            params.word("lang", LANGUAGES),
        )

    def answer(self, registry: Registry) -> dict[str, Any]:
        """Give the form (``rhf-form/1``)."""
        form = form_called(registry, self.template)
        edition, year = edition_of(form, self.year, self.edition)
        return form_document(form, edition, registry, year, lang=self.lang)


@frozen
class AskedForDifference:
    """The question what changed between two editions.

    Attributes:
        template: The id of the form.
        before: A year, or the id of an edition.
        after: The same, of the form that it is compared with.
        to: The id of another form, or None for the same one.
        lang: The language.
    """

    template: str
    before: str
    after: str
    to: str | None
    lang: Language

    @classmethod
    def read(cls, params: Params) -> Self:
        """Read it from parameters."""
        return cls(
            params.needed("template"),
            params.edition("before"),
            params.edition("after"),
            params.text("to"),
            params.lang(),
        )

    def answer(self, registry: Registry) -> dict[str, Any]:
        """Give the difference (``rhf-difference/1``)."""
        form = form_called(registry, self.template)
        other = form if self.to is None else form_called(registry, self.to, "to")
        try:
            found = compared(form, other, self.before, self.after, self.lang)
        except NoEditionError as error:
            of, named, param = other, self.after, "after"
            if error.args == (form.id, _first(self.before, self.after)):
                of, named, param = form, self.before, "before"
            raise _no_edition(of.id, named, param, [one.id for one in of.editions]) from error
        return difference_document(found, self.lang)


@frozen
class AskedForSchema:
    """The question for a JSON Schema.

    Attributes:
        name: A form, for reports on it, or an output; None for the list.
        year: The reporting year of the edition, or None.
    """

    name: str | None
    year: int | None

    @classmethod
    def read(cls, params: Params) -> Self:
        """Read it from parameters."""
        return cls(params.text("name"), params.whole_number("year"))

    def answer(self, registry: Registry) -> dict[str, Any]:
        """Give one schema, or the list (``rhf-schemas/1``)."""
        form = registry.templates.get(self.name or "")
        if self.year is not None and form is None:
            message = "Name the form that 'year' goes with."
            raise RefusedError(RefusalKind.UNCLEAR, message, "name", registry.templates)
        if form is not None:
            edition, _year = edition_of(form, self.year, None)
            name = f"rhf-report/1:{form.id}:{edition.id}"
            return _listed({name: report_schema(form, edition)}, whole=True)
        every = schemas(registry)
        if self.name is None:
            return _listed(every, whole=False)
        name = self.name if self.name in every else f"{self.name}/1"
        if name not in every:
            message = f"No schema is called {self.name!r}."
            raise RefusedError(RefusalKind.NOT_FOUND, message, "name", every)
        return _listed({name: every[name]}, whole=True)


def form_called(registry: Registry, id_: str, param: str = "template") -> Template:
    """Give a form by its id.

    Args:
        registry: What is loaded.
        id_: The id.
        param: The parameter that names it.

    Raises:
        RefusedError: No form is called that.

    Examples:
        >>> from rhf_services import load_registry
        >>> form_called(load_registry(), "archive").archive
        True
    """
    if id_ not in registry.templates:
        message = f"No form is called {id_!r}."
        raise RefusedError(RefusalKind.NOT_FOUND, message, param, registry.templates)
    return registry.templates[id_]


def edition_of(form: Template, year: int | None, named: str | None) -> tuple[Edition, int]:
    """Choose an edition: by its id, by the year, by both, or the latest.

    Args:
        form: The form.
        year: The reporting year, or None for the last one the edition was gone through for.
        named: The id of the edition, or None for the one that holds in the year.

    Returns:
        The edition, and the year.

    Raises:
        RefusedError: There is no such edition, or it does not hold for the year.

    Examples:
        >>> from rhf_services import load_registry
        >>> edition, year = edition_of(load_registry().templates["national-centre"], None, None)
        >>> edition.id, year
        ('2024', 2024)
    """
    edition = form.editions[-1]
    if named is not None:
        known = {one.id: one for one in form.editions}
        if named not in known:
            raise _no_edition(form.id, named, "edition", list(known))
        edition = known[named]
    at = edition.confirmed if year is None else year
    choice = form.edition_for(at, named)
    if choice is None:
        raise _no_edition(form.id, str(at), "year")
    if named is not None and choice.edition.id != named:
        message = f"The edition {named} of {form.id} does not hold for {at}."
        raise RefusedError(RefusalKind.NOT_FOUND, message, "year")
    return choice.edition, at


def compared(form: Template, other: Template, before: str, after: str, lang: str) -> Difference:
    """Compare two editions; from a year to its correction is from before any correction.

    Args:
        form: The form.
        other: The form of the second edition.
        before: A year, or the id of an edition.
        after: The same, of the other form.
        lang: The language in which texts are compared.

    Raises:
        NoEditionError: There is no such edition.

    Examples:
        >>> from rhf_services import load_registry
        >>> form = load_registry().templates["national-centre"]
        >>> compared(form, form, "2023", "2024", "nb").after.edition.id
        '2024'
    """
    return difference(form, _first(before, after), after, lang, other=other)


def _first(before: str, after: str) -> str:
    """Give the edition before any correction, where its correction is what comes after."""
    return f"{before}.0" if after.startswith(f"{before}.") else before


def _no_edition(
    template: str, named: str, param: str, known: list[str] | None = None
) -> RefusedError:
    editions = f" Its editions are: {', '.join(known)}." if known else ""
    message = f"{template} has no edition {'' if known else 'for '}{named}.{editions}"
    return RefusedError(RefusalKind.NOT_FOUND, message, param, known or ())


def _listed(every: dict[str, dict[str, Any]], *, whole: bool) -> dict[str, Any]:
    listed = [
        {"name": name, "title": schema["title"], "schema": schema if whole else None}
        for name, schema in every.items()
    ]
    return {"format": SCHEMAS_FORMAT, "schemas": listed}
