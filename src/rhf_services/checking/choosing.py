"""which_form(): the form an entity reports on for a year, and why."""

from datetime import date
from typing import Any, Final

from rhf_services.checking.looking import Look
from rhf_services.hooks.registry import Registry
from rhf_services.model.entities import Entity
from rhf_services.model.form_choices import ChoiceReason, ChoiceRemark, FormChoice
from rhf_services.model.forms import Phase, Template
from rhf_services.model.sources import Standing
from rhf_services.model.values import text_or_none
from rhf_services.sources.documents import PUBLISHED_PRACTICE, WEBINAR_2024, proposal

TEMPLATES: Final = WEBINAR_2024.at("Rapportmaler", "S003-072")
HOST_DECIDES: Final = proposal("the host's choice of form wins")
LAST_DAY: Final = proposal("after the last day in operation no report is expected")
FIRST_DAY: Final = proposal(
    "before the first day in operation no report is expected; one that comes is accepted"
)
MOTHER_SERVICES: Final = PUBLISHED_PRACTICE.at("units that report through one service")
KINDS: Final = proposal("a kind that the documents do not know has no form until a host chooses")
ONE_FORM: Final = proposal("between several forms that fit, the host chooses")
NO_OWN_FORM: Final = proposal("where no form is named for the first or last year, the usual holds")


def which_form(entity: Entity, year: int, registry: Registry) -> FormChoice:
    """Tell which form an entity reports on for a year, and why.

    The host's own choice for the year (``Entity.template``) always wins. Otherwise it follows
    from the kind of the entity, its region, and whether the year is its first or holds its last
    day in operation: a service that becomes something else on 1 January has its last day on
    31 December, and gives its final report for the year that ends then. An end goes before a
    beginning in the same year, and an end that nobody gave is none.

    Args:
        entity: The entity as the host keeps it.
        year: The reporting year.
        registry: The forms to choose among.

    Returns:
        One answer, always; it names no form where none is expected, known or installed.

    Examples:
        >>> from datetime import date
        >>> from rhf_services import Entity, load_registry, which_form
        >>> service = Entity(type="national-competence-service", last_day=date(2024, 12, 31))
        >>> choice = which_form(service, 2024, load_registry())
        >>> choice.template, choice.reason.value
        ('national-competence-service-final', 'final')
        >>> which_form(service, 2025, load_registry()).reason.value
        'ended'
    """
    look = Look(entity, year, registry)
    return (
        _chosen_by_host(look)
        or _out_of_operation(look)
        or _through_mother(look)
        or _without_form(look)
        or _by_phase(look)
    )


def _chosen_by_host(look: Look) -> FormChoice | None:
    chosen = text_or_none(look.entity.template.get(str(look.year)))
    if chosen is None:
        return None
    form = look.registry.templates.get(chosen)
    if form is not None and form.edition_for(look.year) is not None:
        more = _remarked(look, form)
        return look.answer(
            ChoiceReason.HOST, HOST_DECIDES, Standing.PROPOSED, template=chosen, **more
        )
    reason = ChoiceReason.HOST_NOT_LOADED if form is None else ChoiceReason.HOST_OTHER_YEARS
    return look.answer(reason, HOST_DECIDES, Standing.PROPOSED, missing=(chosen,))


def _out_of_operation(look: Look) -> FormChoice | None:
    entity = look.entity
    if entity.ends is not None and entity.ends < look.year:
        when = _when(entity.last_day, entity.ends)
        more = _accepted(look)
        return look.answer(ChoiceReason.ENDED, LAST_DAY, Standing.PROPOSED, params=when, **more)
    if entity.begins is not None and look.year < entity.begins:
        when = _when(entity.started, entity.begins)
        return look.answer(
            ChoiceReason.NOT_STARTED,
            FIRST_DAY,
            Standing.PROPOSED,
            params=when,
            **_accepted(look),
        )
    return None


def _through_mother(look: Look) -> FormChoice | None:
    mother = text_or_none(look.entity.part_of)
    if mother is None:
        return None
    more = {"through": mother, **_accepted(look)}
    return look.answer(ChoiceReason.PART_OF, MOTHER_SERVICES, Standing.OBSERVED, **more)


def _without_form(look: Look) -> FormChoice | None:
    """Say why there is none: the kind, the region, the year, or what is installed."""
    if look.kind is None:
        return look.answer(ChoiceReason.KIND_UNKNOWN, KINDS, Standing.PROPOSED)
    if look.fitting:
        return None
    regional = {form.id: form.regions for form in look.offered}
    regional |= {form.id: (form.region,) for form in look.named if form.id not in regional}
    if not regional:
        known = bool(look.for_kind)
        reason = ChoiceReason.NO_EDITION if known else ChoiceReason.NO_FORM_FOR_KIND
        source = TEMPLATES if known else KINDS
        return look.answer(reason, source, Standing.DOCUMENTED if known else Standing.PROPOSED)
    source = look.named[0].source if look.named else look.offered[0].source
    loaded = look.registry.templates
    if not look.regions:
        more: dict[str, Any] = {
            "candidates": tuple(form.id for form in look.offered),
            "missing": tuple(id_ for id_ in regional if id_ not in loaded),
        }
        return look.answer(ChoiceReason.REGION_UNKNOWN, source, Standing.DOCUMENTED, **more)
    own = [id_ for id_, regions in regional.items() if set(regions) & set(look.regions)]
    missing = tuple(id_ for id_ in own if id_ not in loaded)
    if missing:
        return look.answer(ChoiceReason.NOT_INSTALLED, source, Standing.DOCUMENTED, missing=missing)
    if own:  # the region's form is loaded, but not for this year
        return look.answer(ChoiceReason.NO_EDITION, source, Standing.DOCUMENTED)
    theirs = dict.fromkeys(str(region) for regions in regional.values() for region in regions)
    params = {"form_regions": tuple(theirs)}
    return look.answer(ChoiceReason.OTHER_REGION, source, Standing.DOCUMENTED, params=params)


def _by_phase(look: Look) -> FormChoice:
    """Choose among the forms that fit by where the entity stands in the year."""
    if len(look.in_phase) > 1:
        return look.answer(ChoiceReason.SEVERAL, ONE_FORM, Standing.PROPOSED)
    form = look.in_phase[0]
    reason = _reason(look, form)
    told_apart = len(look.standing) > 1  # no document says which year counts as which
    unnamed = reason in (ChoiceReason.FIRST_YEAR, ChoiceReason.LAST_YEAR)
    standing = Standing.PROPOSED if told_apart or unnamed else form.standing
    source = NO_OWN_FORM if unnamed else form.source
    more = _remarked(look, form)
    if look.phase is Phase.RUNNING:
        more = _start_unknown(look, more)
    else:
        more["params"] |= _first_or_last_day(look)
    return look.answer(reason, source, standing, template=form.id, **more)


def _reason(look: Look, form: Template) -> ChoiceReason:
    if form.archive:
        return ChoiceReason.ARCHIVE
    if look.phase is Phase.RUNNING:
        return ChoiceReason.RUNNING
    first = look.phase is Phase.NEW
    if look.phase in form.phases:
        return ChoiceReason.NEW if first else ChoiceReason.FINAL
    return ChoiceReason.FIRST_YEAR if first else ChoiceReason.LAST_YEAR


def _accepted(look: Look) -> dict[str, Any]:
    """Name the form that a report is read on nevertheless."""
    accepted = look.only_form
    remarks = () if accepted is None else (ChoiceRemark.ACCEPTED,)
    return {"accepted": accepted, "remarks": remarks}


def _remarked(look: Look, form: Template) -> dict[str, Any]:
    """Give what else is to be said of a form that was chosen, and what that needs."""
    params: dict[str, Any] = {}
    remarks: tuple[ChoiceRemark, ...] = ()
    chosen = form.edition_for(look.year)
    if chosen is not None and look.year > chosen.edition.confirmed:
        params["first_year"] = chosen.edition.confirmed
        remarks += (ChoiceRemark.YEAR_NOT_ENTERED,)
    if len(look.regions) > 1:
        remarks += (ChoiceRemark.SHARED,)
    return {"remarks": remarks, "params": params}


def _start_unknown(look: Look, more: dict[str, Any]) -> dict[str, Any]:
    """Say that the entity may be new, where there is a form for that and nobody gave a start."""
    for_new = [form.id for form in look.standing if Phase.NEW in form.phases]
    if look.entity.begins is not None or look.in_phase[0].id in for_new or not for_new:
        return more
    params = {**more["params"], "instead": for_new[0]}
    return {"remarks": (ChoiceRemark.START_UNKNOWN, *more["remarks"]), "params": params}


def _first_or_last_day(look: Look) -> dict[str, Any]:
    entity = look.entity
    if look.phase is Phase.NEW:
        return _when(entity.started, entity.begins)
    return _when(entity.last_day, entity.ends)


def _when(day: date | None, year: int | None) -> dict[str, Any]:
    return {"when": day if day is not None else str(year)}
