"""Reports on no form, on another form, or for a year the form is not for."""

from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.entities import EntityType
from rhf_services.model.regions import REGIONS
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.drawing import few
from rhf_services.testing.formed import Formed

YEARS_LATER: Final = 10
_NO_TEMPLATES: Final = (None, "", "x-unknown", "helse-nord.regional-centre", "Archive", "archive ")
_NO_EDITIONS: Final = ("2024.3", "2023.1", "2022", "1999", "2030", "2024.0", "gammel", "24", ".")


def form_absent(registry: Registry) -> SearchStrategy[Broken]:
    """Name no form, one that nobody has, no year, or one the form is not for."""

    def lose(draw: DrawFn, draft: Draft) -> None:
        report, key = draft.report, draw(st.sampled_from(("template", "year", "other year")))
        if key == "template":
            report["template"] = draw(st.sampled_from(_NO_TEMPLATES))
        elif key == "year":
            report["year"] = draw(st.sampled_from((None, "", "  ")))
        else:
            report["year"] = draw(st.sampled_from(_other_years(draft.form)))
        draft.expect("template" if key == "template" else "year")
        if report.get(key, "") is None and draw(st.booleans()):
            del report[key]

    return breaking(registry, "TPL001", lose)


def year_not_entered(registry: Registry) -> SearchStrategy[Broken]:
    """Report for a year that nobody has gone through the form for."""
    forms = []
    for template in registry.templates.values():
        for edition in template.editions:
            last = edition.confirmed
            for year in range(last + 1, last + 1 + YEARS_LATER):
                choice = template.edition_for(year)
                if choice is not None and choice.edition is edition:
                    forms.append(Formed(template, edition, year))

    def keep(_draw: DrawFn, draft: Draft) -> None:
        draft.expect("year")

    return breaking(registry, "TPL002", keep, forms=forms)


def edition_unknown(registry: Registry) -> SearchStrategy[Broken]:
    """Name an edition that nobody has, or one of another year."""

    def name(draw: DrawFn, draft: Draft) -> None:
        form = draft.form
        named = [*_NO_EDITIONS, *(edition.id for edition in form.template.editions)]
        own = [e.id for e in form.template.editions if e.first == form.edition.first]
        draft.expect("edition")
        draft.report["edition"] = draw(st.sampled_from([one for one in named if one not in own]))

    return breaking(registry, "TPL003", name)


def kinds_disagree(registry: Registry) -> SearchStrategy[Broken]:
    """Have the report, the host and the form disagree on the kind of whoever reports."""

    def disagree(draw: DrawFn, draft: Draft) -> None:
        entity, reported = draft.document["entity"], draft.report.setdefault("entity", {})
        if draw(st.booleans()):
            others = [str(kind) for kind in EntityType if kind != entity["type"]]
            reported["type"] = draw(st.sampled_from(others))
            draft.expect("entity", "type")
            return
        draft.expect("template")
        kinds = [str(kind) for kind in EntityType if kind not in draft.form.template.entity_types]
        kind = draw(st.sampled_from(kinds))
        match draw(st.sampled_from(("both", "host", "report"))):
            case "both":
                entity["type"] = reported["type"] = kind
            case "host":
                entity["type"] = kind
                reported["type"] = None
            case _:
                entity["type"] = None
                reported["type"] = kind
        if draw(st.booleans()):
            elsewhere = {str(draft.form.year): "another", "1999": draft.form.template.id}
            entity["template"] = elsewhere

    return breaking(registry, "TPL004", disagree)


def other_region(registry: Registry) -> SearchStrategy[Broken]:
    """Report on a region's own form from another region."""

    def move(draw: DrawFn, draft: Draft) -> None:
        own = draft.form.template.regions
        regions = draw(few([str(region) for region in REGIONS if region not in own], most=2))
        hosts = [{"name": "Eksempelsykehuset", "region": region} for region in regions]
        entity = draft.document["entity"]
        draft.expect("template")
        match draw(st.sampled_from(("regions", "hosts", "report"))):
            case "regions":
                entity["regions"] = regions
            case "hosts":
                del entity["regions"]
                entity["hosts"] = hosts
            case _:
                del draft.document["entity"]
                draft.report.setdefault("entity", {})["hosts"] = hosts

    return breaking(registry, "TPL005", move, fits=lambda form: bool(form.template.regions))


def _other_years(form: Formed) -> list[int]:
    years = [1999, 1, 9999, -1, *range(2000, 2040)]
    return [year for year in years if form.template.edition_for(year) is None]
