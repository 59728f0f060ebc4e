"""What nobody knows: keys, questions, columns, choices and roles."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.columns import ChoiceColumn
from rhf_services.model.places import Pointer
from rhf_services.model.questions import TextWithChoices
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.drawing import few
from rhf_services.testing.tables import table_of
from rhf_services.testing.texts import plain_texts
from rhf_services.testing.values import calm_keys, calm_values


def unknown_key(registry: Registry) -> SearchStrategy[Broken]:
    """Put keys that the format does not name into the envelope and its parts."""

    def add(draw: DrawFn, draft: Draft) -> None:
        for at, thing in draw(few(_things(draft), most=3)):
            key = draw(calm_keys())
            thing[key] = draw(calm_values())
            draft.expect(*at, key)

    return breaking(registry, "STR002", add)


def unknown_question(registry: Registry) -> SearchStrategy[Broken]:
    """Answer questions that no form asks."""

    def answer(draw: DrawFn, draft: Draft) -> None:
        misspelt = [f"{id_}e" for id_ in registry.questions]
        ids = st.one_of(
            calm_keys(), st.sampled_from(misspelt), calm_keys().map("helse-nord.{}".format)
        )
        for id_ in draw(st.sets(ids, min_size=1, max_size=3)):
            draft.answers[id_] = draw(st.one_of(calm_values(), plain_texts()))
            draft.expect("answers", id_)

    return breaking(registry, "STR003", answer)


def unknown_column(registry: Registry) -> SearchStrategy[Broken]:
    """Put fields that no column has into rows."""

    def add(draw: DrawFn, draft: Draft) -> None:
        for asked in draw(few(draft.form.tables, most=2)):
            for at, row in draw(few(list(enumerate(draft.fill(draw, asked))))):
                key = draw(calm_keys())
                row[key] = draw(calm_values())
                draft.expect_in(asked, at, key)

    return breaking(registry, "STR004", add, fits=lambda form: bool(form.tables))


def unknown_choice(registry: Registry) -> SearchStrategy[Broken]:
    """Choose what no list has: in a row, beside a text, or as a region."""

    def choose(draw: DrawFn, draft: Draft) -> None:
        where = ["institution", "host"]
        tools = [a for a in draft.form.edition if isinstance(a.question, TextWithChoices)]
        columns = [
            (asked, column)
            for asked in draft.form.tables
            for column in table_of(asked).columns
            if isinstance(column, ChoiceColumn)
        ]
        where += ["row"] * bool(columns) + ["tool"] * bool(tools)
        word = draw(calm_keys())
        host = {"name": "Eksempelsykehuset", "region": word}
        match draw(st.sampled_from(where)):
            case "institution":
                at = draw(st.integers(0, len(draft.people) - 1))
                draft.people[at]["institution"] = host
                draft.expect("people", at, "institution", "region")
            case "host":
                draft.report.setdefault("entity", {})["hosts"] = [host]
                draft.expect("entity", "hosts", 0, "region")
            case "row":
                asked, column = draw(st.sampled_from(columns))
                for at, row in draw(few(list(enumerate(draft.fill(draw, asked))))):
                    row[column.id] = word
                    draft.expect_in(asked, at, column.id)
            case _:
                asked = draw(st.sampled_from(tools))
                draft.answers[asked.id] = {"text": draw(plain_texts()), "tools": [word, word]}
                draft.expect("answers", asked.id, "tools", 0)
                draft.expect("answers", asked.id, "tools", 1)

    return breaking(registry, "STR005", choose)


def unknown_role(registry: Registry) -> SearchStrategy[Broken]:
    """Give people roles that nobody knows, beside their own."""

    def add(draw: DrawFn, draft: Draft) -> None:
        for at, person in draw(few(list(enumerate(draft.people)))):
            held = {"role": draw(calm_keys())}
            first = draw(st.booleans())
            draft.expect("people", at, "roles", 0 if first else len(person["roles"]), "role")
            person["roles"] = [held, *person["roles"]] if first else [*person["roles"], held]

    return breaking(registry, "STR006", add)


def _things(draft: Draft) -> list[tuple[Pointer, dict[str, Any]]]:
    """Give the objects of a report whose keys the format names, each with the steps to it."""
    report = draft.report
    things: list[tuple[Pointer, dict[str, Any]]] = [((), report)]
    things.append((("entity",), report.setdefault("entity", {})))
    for key in ("people", "waivers", "comments", "attachments"):
        things += [((key, at), one) for at, one in enumerate(report.get(key, []))]
    for at, person in enumerate(draft.people):
        things += [(("people", at, "roles", n), held) for n, held in enumerate(person["roles"])]
        if "institution" in person:
            things.append((("people", at, "institution"), person["institution"]))
    for asked in draft.form.edition:
        answer = draft.answers.get(asked.id)
        given = answer if isinstance(asked.question, TextWithChoices) else None
        if isinstance(given, dict) and ("text" in given or "tools" in given):
            things.append((("answers", asked.id), given))
    return things
