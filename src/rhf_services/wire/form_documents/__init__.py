"""A form as one JSON document (``rhf-form/1``): enough to draw it, fill it in and preview it."""

from typing import Any, Final

from rhf_services.hooks.registry import Registry
from rhf_services.i18n.form_choices import REMARKS
from rhf_services.i18n.languages import LANGUAGES, language
from rhf_services.i18n.names import ABOUT_FIELDS, FORM_WORDS
from rhf_services.i18n.showing import show
from rhf_services.model.entities import ENTITY_TYPE_NAMES
from rhf_services.model.form_choices import ChoiceRemark
from rhf_services.model.forms import Edition, Section, Template
from rhf_services.model.people import GROUP_ROLES, REGION_ROLES, ROLE_NAMES
from rhf_services.model.regions import REGIONS
from rhf_services.model.report import REPORT_FORMAT, SECTION_STATES
from rhf_services.model.sources import Quotation
from rhf_services.model.tabs import tabs_of
from rhf_services.wire.form_documents.pen import Json, Pen, years
from rhf_services.wire.form_documents.questions import question_document
from rhf_services.wire.form_documents.rules import rule_documents

FORM_FORMAT: Final = "rhf-form/1"

PERSON_KINDS: Final = (
    ("name", "text"),
    ("email", "text"),
    ("phone", "text"),
    ("institution", "organisation"),
    ("roles", "roles"),
    ("show_on_page", "yes-or-no"),
    ("copy_of_report", "yes-or-no"),
)
"""What a report holds of a person, in the order it is asked, and the kind of each field."""


def form_document(
    template: Template,
    edition: Edition,
    registry: Registry,
    year: int | None = None,
    *,
    lang: str | None = None,
) -> dict[str, Any]:
    """Write one edition of a form as JSON values, with all that a host needs to draw it.

    Every key is always there; null and empty lists stand where there is nothing.

    Args:
        template: The form.
        edition: One of its editions.
        registry: What is loaded: rules, and the plugin that brings the form.
        year: The reporting year; by default the last one that somebody has gone through it for.
        lang: Write the texts of this language only, the others as null; None for all three.

    Returns:
        The document, described in docs/form-document.md.

    Raises:
        LookupError: The edition does not hold for the year.
        UnknownLanguageError: There is no such language here.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> registry = load_registry()
        >>> form = registry.templates["national-centre"]
        >>> document = form_document(form, form.editions[-1], registry)
        >>> [tab["title"]["nn"] for tab in document["tabs"]]
        ['Om senteret', 'Roller og ansvar', 'Aktivitet', 'Evaluering']
    """
    asked_year = edition.confirmed if year is None else year
    template.require(edition, asked_year)
    pen = Pen(template.id, asked_year, LANGUAGES if lang is None else (language(lang),))
    return {
        "format": FORM_FORMAT,
        "report_format": REPORT_FORMAT,
        "languages": list(pen.languages),
        "template": template.id,
        "year": asked_year,
        "form": _form(template, registry, pen),
        "edition": _edition(template, edition, pen),
        "not_entered": _not_entered(edition, pen),
        "tabs": _tabs(template, edition, registry, pen),
        "about": {
            "fields": [{"id": id_, "label": pen.named("about-field", id_)} for id_ in ABOUT_FIELDS]
        },
        "people": _people(pen),
        "words": [{"id": id_, "label": pen.named("form-word", id_)} for id_ in FORM_WORDS],
        "rules": list(rule_documents(template, edition, registry, pen)),
    }


def _form(template: Template, registry: Registry, pen: Pen) -> Json:
    plugin = registry.owners.get(template.id)
    info = next((one for one in registry.plugins if one.name == plugin), None)
    return {
        "title": pen.of_form("title", template.title),
        "entity_types": [
            {"id": str(kind), "label": pen.text(f"entity-type.{kind}", ENTITY_TYPE_NAMES[kind])}
            for kind in template.entity_types
        ],
        "regions": [pen.region(region) for region in template.regions],
        "phases": [str(phase) for phase in template.phases],
        "archive": template.archive,
        "distribution": None if info is None else info.distribution,
        "version": None if info is None else info.version,
        "source": pen.source(template.source),
        "standing": str(template.standing),
    }


def _edition(template: Template, edition: Edition, pen: Pen) -> Json:
    span = next(years for years in template.years() if years.first == edition.first)
    return {
        "id": edition.id,
        "revision": edition.revision,
        "years": years(span),
        "confirmed": edition.confirmed,
        "quotations": [_quotation(said, pen) for said in edition.said],
        "source": pen.source(edition.source),
        "standing": str(edition.standing),
    }


def _quotation(said: Quotation, pen: Pen) -> Json:
    return {"words": said.words, "year": said.year, "source": pen.source(said.source)}


def _not_entered(edition: Edition, pen: Pen) -> Json | None:
    """Say that the form of the year is not entered, where nobody has gone through it."""
    if pen.year <= edition.confirmed:
        return None
    remark = ChoiceRemark.YEAR_NOT_ENTERED
    params = {"year": pen.year, "first_year": edition.confirmed}
    note = pen.said(
        f"choice-of-form.{remark}.says", lambda lang: show(REMARKS[remark], lang, params)
    )
    return {"confirmed": edition.confirmed, "note": note}


def _tabs(template: Template, edition: Edition, registry: Registry, pen: Pen) -> list[Json]:
    """Write the tabs in their order, each with the parts shown on it."""
    return [
        {
            "id": tab.named.id,
            "title": _title(tab.named, pen),
            "parts": [_part(part, template, edition, registry, pen) for part in tab.parts],
        }
        for tab in tabs_of(edition)
    ]


def _title(section: Section, pen: Pen) -> Json:
    return pen.of_form(f"section.{section.id}.title", section.title)


def _part(
    section: Section, template: Template, edition: Edition, registry: Registry, pen: Pen
) -> Json:
    here = f"section.{section.id}"
    return {
        "id": section.id,
        "title": _title(section, pen),
        "guidance": pen.maybe(f"{here}.guidance", section.guidance),
        "tab": section.tab,
        "states": pen.states(SECTION_STATES if section.asked else ()),
        "questions": [
            question_document(asked, section, edition, template, registry, pen)
            for asked in section.asked
        ],
        "source": pen.source(section.source),
        "standing": str(section.standing),
    }


def _people(pen: Pen) -> Json:
    return {
        "roles": [
            {
                "id": str(role),
                "label": pen.text(f"role.{role}", name),
                "with_region": role in REGION_ROLES,
                "in_group": role in GROUP_ROLES,
            }
            for role, name in ROLE_NAMES.items()
        ],
        "regions": [pen.region(region) for region in REGIONS],
        "fields": [
            {"id": id_, "label": pen.named("person-field", id_.replace("_", "-")), "kind": kind}
            for id_, kind in PERSON_KINDS
        ],
    }
