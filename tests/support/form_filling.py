"""Filling a form from its document alone, as a host that has nothing else would."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

Json = dict[str, Any]

WORDS = st.sampled_from(
    ["Faste møter.", "Ja.", "Vi har hatt kurs.\n\n- to i året", "Sjå nettsida."]
)


def questions_of(document: Json) -> list[Json]:
    """Give the questions of a form document, in the order of the form."""
    parts = [part for tab in document["tabs"] for part in tab["parts"]]
    return [question for part in parts for question in part["questions"]]


def filled_reports(document: Json) -> SearchStrategy[Json]:
    """Give reports in which every question is answered, or set aside as the document allows."""
    asked = questions_of(document)
    answers = st.fixed_dictionaries(
        {one["id"]: st.one_of(_given(one), _state(one)) for one in asked}
    )
    return answers.map(lambda given: report_with(document, given))


def usual_report(document: Json) -> Json:
    """Give a report in which every question is answered in the plainest way."""
    return report_with(document, {one["id"]: plainly(one) for one in questions_of(document)})


def report_with(document: Json, answers: Json) -> Json:
    """Put answers into a report on the form of the document, with its people."""
    roles = document["people"]["roles"]
    regions = [region["id"] for region in document["people"]["regions"]]
    held = [
        {"role": role["id"], "region": regions[at % 4]}
        if role["with_region"]
        else {"role": role["id"]}
        for at, role in enumerate(roles)
    ]
    fields = {
        "text": "Kari Eksempel",
        "organisation": {"organisation": "helse-bergen"},
        "yes-or-no": True,
    }
    person = {
        one["id"]: held if one["kind"] == "roles" else fields[one["kind"]]
        for one in document["people"]["fields"]
    }
    return {
        "format": document["report_format"],
        "template": document["template"],
        "year": document["year"],
        "edition": document["edition"]["id"],
        "people": [{"id": "p1", **person, "email": "kari@example.org"}],
        "answers": answers,
    }


def plainly(question: Json, text: str = "Faste møter.") -> Any:
    """Answer a question in the plainest way."""
    match question["shapes"][-1]:
        case "text":
            return text
        case "text-and-tools":
            return {"text": text, "tools": [question["choices"]["choices"][0]["id"]]}
        case "yes-and-text":
            return {"yes": True, "text": text}
        case "rows":
            return [row_of(question, 0)]
        case "rows-and-text":
            return {"rows": [row_of(question, 0)], "text": text}


def row_of(question: Json, at: int, **instead: Any) -> Json:
    """Make a row with something in every field, unlike the other rows; or something by kind."""
    return {"id": f"r{at}", **{one["id"]: _field(one, at, instead) for one in question["columns"]}}


def _field(column: Json, at: int, instead: Json) -> Any:
    if column["kind"] in instead:
        return instead[column["kind"]]
    if column["kind"] == "number":
        return (column["minimum"] or 0) + at
    if column["kind"] == "choice":
        offered = [one["id"] for one in column["choices"]["choices"] if one["offered_now"]]
        return offered[at % len(offered)]
    written = {"doi": f"10.5555/{at}", "date": f"2024-0{at + 1}-01", "free": f"Rad {at}"}
    return written[column["form"]]


def _given(question: Json) -> SearchStrategy[Any]:
    shapes = {
        "text": WORDS,
        "text-and-tools": _text_and_tools(question),
        "yes-and-text": st.fixed_dictionaries({"yes": st.booleans(), "text": WORDS}),
        "rows": _rows(question),
        "rows-and-text": st.fixed_dictionaries({"rows": _rows(question), "text": WORDS}),
    }
    return st.one_of([shapes[shape] for shape in question["shapes"]])


def _text_and_tools(question: Json) -> SearchStrategy[Any]:
    choices = question["choices"]
    if choices is None:
        return st.nothing()
    offered = [one["id"] for one in choices["choices"] if one["offered_now"]]
    tool = st.sampled_from([*offered, *([{"other": "Et eget skjema"}] if choices["other"] else [])])
    return st.fixed_dictionaries({"text": WORDS, "tools": st.lists(tool, min_size=1, max_size=3)})


def _rows(question: Json) -> SearchStrategy[Any]:
    if not question["columns"]:
        return st.nothing()
    most = min((question["limit"] or {"most": 4})["most"], 4)
    return st.integers(1, most).map(lambda n: [row_of(question, at) for at in range(n)])


def _state(question: Json) -> SearchStrategy[Any]:
    of = {"not_applicable": {"not_applicable": "Ny i år."}}
    return st.sampled_from([of.get(s["id"], {s["id"]: True}) for s in question["states"]])
