"""What a registry offers an entity for a year: the ground that a choice of form stands on."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from attrs import frozen

from rhf_services.hooks.registry import Registry
from rhf_services.model.entities import Entity, EntityType, ReportedEntity
from rhf_services.model.form_choices import ChoiceReason, FormChoice
from rhf_services.model.forms import Phase, Template
from rhf_services.model.regions import Region
from rhf_services.model.sources import Source, Standing
from rhf_services.sources.organisations import responsible_regions
from rhf_services.sources.regional_forms import REGIONAL_FORMS, RegionalForm


@frozen
class Look:
    """An entity, a year, and what is loaded.

    Attributes:
        entity: The entity.
        year: The reporting year.
        registry: What is loaded.

    Examples:
        >>> from rhf_services import load_registry
        >>> look = Look(Entity(type="national-centre", started_year=2024), 2024, load_registry())
        >>> look.phase, [form.id for form in look.fitting]
        (<Phase.NEW: 'new'>, ['national-centre'])
    """

    entity: Entity
    year: int
    registry: Registry

    @cached_property
    def kind(self) -> EntityType | None:
        """The kind of the entity, where it is one we know."""
        kind = self.entity.type
        return EntityType(kind) if kind in tuple(EntityType) else None

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The responsible regions: as the host says, else by where the entity is located."""
        return responsible_regions(self.entity, ReportedEntity())

    @cached_property
    def phase(self) -> Phase:
        """Where the entity stands in the year; the end goes before the beginning."""
        begins, ends = self.entity.begins, self.entity.ends
        if ends is not None and ends <= self.year:
            return Phase.FINAL
        return Phase.NEW if begins is not None and self.year <= begins else Phase.RUNNING

    @cached_property
    def for_kind(self) -> tuple[Template, ...]:
        """The loaded forms for the kind, whatever the year and region."""
        forms = self.registry.templates.values()
        return tuple(form for form in forms if self.kind in form.entity_types)

    @cached_property
    def offered(self) -> tuple[Template, ...]:
        """The loaded forms for the kind and the year, whatever the region."""
        return tuple(form for form in self.for_kind if form.edition_for(self.year) is not None)

    @cached_property
    def fitting(self) -> tuple[Template, ...]:
        """The loaded forms for the kind, the year and the region."""
        return tuple(
            form
            for form in self.offered
            if not form.regions or any(region in form.regions for region in self.regions)
        )

    @cached_property
    def standing(self) -> tuple[Template, ...]:
        """Those of them to choose among: ours, where we have one, for plugins change nothing."""
        ours = {plugin.name for plugin in self.registry.plugins if plugin.core}
        own = tuple(form for form in self.fitting if self.registry.owners.get(form.id) in ours)
        return own or self.fitting

    @cached_property
    def in_phase(self) -> tuple[Template, ...]:
        """Those for the phase: named for it, else for every phase, else for a running entity."""
        forms = self.standing
        return (
            tuple(form for form in forms if self.phase in form.phases)
            or tuple(form for form in forms if not form.phases)
            or tuple(form for form in forms if Phase.RUNNING in form.phases)
            or forms
        )

    @cached_property
    def named(self) -> tuple[RegionalForm, ...]:
        """The regional forms for the kind and year that we know by name, loaded or not."""
        return tuple(
            form
            for form in REGIONAL_FORMS
            if form.entity_type is self.kind and form.first <= self.year
        )

    @property
    def only_form(self) -> str | None:
        """The id of the one form that kind, region, year and phase point to."""
        return self.in_phase[0].id if len(self.in_phase) == 1 else None

    def answer(
        self, reason: ChoiceReason, source: Source, standing: Standing, **more: Any
    ) -> FormChoice:
        """Make an answer, with what every answer carries."""
        params = {"year": self.year, **more.pop("params", {})}
        if self.kind is not None:
            params["entity_type"] = str(self.kind)
        if self.regions:
            params["regions"] = tuple(map(str, self.regions))
        candidates = more.pop("candidates", None) or tuple(form.id for form in self.fitting)
        instead = params.get("instead")
        said = (more.get("template"), more.get("accepted"), instead, *more.get("missing", ()))
        return FormChoice(
            self.year,
            reason,
            source,
            standing,
            candidates=candidates,
            entity=self.entity.id,
            params=params,
            titles=self._titles((*said, *candidates)),
            **more,
        )

    def _titles(self, ids: Iterable[Any]) -> dict[str, Any]:
        titles = {**{form.id: form.title for form in REGIONAL_FORMS}, **self.registry.titles}
        return {id_: titles[id_] for id_ in ids if id_ in titles}
