"""Parts that nobody has answered."""

from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.forms import Addressee, Asked
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.drawing import few
from rhf_services.testing.formed import Formed, counted


def unanswered(registry: Registry) -> SearchStrategy[Broken]:
    """Leave some of the evaluation questions to the entity untouched."""

    def leave(draw: DrawFn, draft: Draft) -> None:
        for id_ in draft.leave(draw, draw(few(_evaluation(draft.form)))):
            draft.expect("answers", id_)

    def asks_for_more(form: Formed) -> bool:
        return bool(_evaluation(form)) and len(counted(form)) > 1

    return breaking(registry, "EVA001", leave, fits=asks_for_more)


def activity_untouched(registry: Registry) -> SearchStrategy[Broken]:
    """Leave every activity untouched, in a report where something else is answered."""

    def leave(draw: DrawFn, draft: Draft) -> None:
        draft.leave(draw, _activities(draft.form))
        draft.expect("sections", "activity")

    def asks_for_any(form: Formed) -> bool:
        return any(not asked.optional for asked in _activities(form))

    return breaking(registry, "ACT003", leave, fits=asks_for_any)


def group_unanswered(registry: Registry) -> SearchStrategy[Broken]:
    """Leave the assessment of the group, or its user representative's word, untouched."""

    def leave(draw: DrawFn, draft: Draft) -> None:
        for id_ in draft.leave(draw, draw(few(_group(draft.form, regional=False)))):
            draft.expect("answers", id_)

    return breaking(registry, "GRP001", leave, fits=lambda form: bool(_group(form, regional=False)))


def regions_unanswered(registry: Registry) -> SearchStrategy[Broken]:
    """Leave the words of some regions' representatives untouched."""

    def leave(draw: DrawFn, draft: Draft) -> None:
        first, *_others = draft.leave(draw, draw(few(_group(draft.form, regional=True))))
        draft.expect("answers", first)

    return breaking(registry, "GRP002", leave, fits=lambda form: bool(_group(form, regional=True)))


def _activities(form: Formed) -> tuple[Asked, ...]:
    section = form.edition.section("activity")
    return section.asked if section is not None else ()


def _evaluation(form: Formed) -> list[Asked]:
    section = form.edition.section("evaluation")
    asked_for = section.asked if section is not None else ()
    return [one for one in asked_for if not one.optional and one.to is Addressee.ENTITY]


def _group(form: Formed, *, regional: bool) -> list[Asked]:
    return [
        asked
        for asked in form.edition
        if asked.to is Addressee.GROUP
        and not asked.optional
        and (asked.region is not None) is regional
    ]
