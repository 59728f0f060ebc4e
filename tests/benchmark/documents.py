"""The frozen documents of the benchmark: made by counting, so that every run has the same."""

import copy
import json

from benchmark.form import GROUP_TEXTS, REGIONS, TEXTS, YEAR

SENTENCE = "Tjenesten ga råd til sykehus i alle regioner, øvde på samhandling og lærte av det. "


def big(clinical=64):
    """A full report, about 38 kB."""
    return {
        "format": "rhf-report/1",
        "template": "bench.report",
        "year": YEAR,
        "entity": _entity(),
        "people": [_person(at) for at in range(12)],
        "answers": {
            "articles": [_article(at) for at in range(5)],
            "doctorates": [
                {
                    "id": f"d{at}",
                    "title": f"Avhandling nummer {at} om langtidsoppfølging",
                    "institution": "Universitetet i Eksempelby",
                    "date": f"{YEAR}-0{at + 3}-1{at}",
                }
                for at in range(2)
            ],
            "projects": [_project(at) for at in range(5)],
            "teaching": [_teaching(at) for at in range(30)],
            "clinical": [_clinical(at) for at in range(clinical)],
            "dissemination": [_dissemination(at) for at in range(20)],
            "quality": {"text": "Målt i register. " * 12, "tools": ["register", "survey"]},
            "information": {"yes": True, "text": "Brosjyre og nettside på flere språk."},
            **dict.fromkeys(TEXTS, SENTENCE * 24),
            **dict.fromkeys(GROUP_TEXTS, SENTENCE * 8),
        },
    }


def small():
    """A short report, about 3.6 kB."""
    whole = big(clinical=2)
    answers = whole["answers"]
    kept = {name: answers[name][:1] for name in ("articles", "projects", "teaching")}
    kept |= dict.fromkeys(GROUP_TEXTS, SENTENCE) | dict.fromkeys(TEXTS, SENTENCE * 2)
    kept |= {"clinical": answers["clinical"], "quality": "Målt i register.", "information": None}
    people = [_person(at) for at in (0, 1, 2, 3, 4, 5)]
    for person in people:
        del person["phone"], person["institution"]
    return {**whole, "people": people, "answers": kept}


def middle():
    """A report in between, about 16 kB."""
    whole = big(clinical=20)
    for name in ("teaching", "dissemination"):
        del whole["answers"][name][8:]
    for name in (*TEXTS, *GROUP_TEXTS):
        whole["answers"][name] = SENTENCE * 6
    return whole


def five_faults(document):
    """Five values that their fields cannot hold, or do not know, each in another table."""
    made = copy.deepcopy(document)
    answers = made["answers"]
    answers["articles"][0]["year"] = "2024"
    answers["clinical"][-1]["west"] = -1
    answers["teaching"][-1]["kind"] = "seminar"
    answers["projects"][0]["budget"] = "1 million"
    answers["access"] = 7
    return made


def seven_breaks(document):
    """Seven rules that are broken."""
    made = copy.deepcopy(document)
    answers = made["answers"]
    answers["articles"][0]["doi"] = "se nettsiden"
    answers["articles"][0]["year"] = 2019
    answers["projects"][0]["ended"] = "2001-01-01"
    answers["clinical"][-1]["total"] = 200_000
    made["people"][0]["email"] = "kari.example.org"
    made["people"][5]["roles"] = []
    return made


def archive(many):
    """Give many documents as lines: half small, 40 % middling, 10 % big, and 5 % of all broken."""
    kinds = [small(), middle(), small(), middle(), small(), middle(), small(), middle(), small()]
    kinds.append(big())
    for at in range(many):
        document = kinds[at % 10]
        if at % 20 == 7:
            document = five_faults(document)
        elif at % 20 == 13:
            document = seven_breaks(document)
        yield json.dumps({**document, "edition": str(YEAR)}, ensure_ascii=False).encode() + b"\n"


def changed(changes):
    """Name documents that are changed in one way each."""
    for at, change in enumerate(changes):
        for name, make in (("big", big), ("small", small)):
            made = make()
            change(made)
            yield f"{name} {at}", made


def _set(place, value):
    def change(document):
        here = document
        for step in place[:-1]:
            here = here[step]
        here[place[-1]] = value

    return change


def _articles(many):
    return [
        {
            "id": f"a{at}",
            "title": f"Artikkel {at}",
            "doi": f"10.1000/kort.{at}",
            "year": YEAR,
            "own": "yes",
        }
        for at in range(many)
    ]


FINE = (
    _set(("answers", "teaching"), {"nothing_to_report": False}),
    _set(("answers", "teaching"), {"nothing_to_report": True}),
    _set(("answers", "pathway"), {"not_applicable": "Ikke i år"}),
    _set(("answers", "ref3"), {"not_received": True}),
    _set(("answers", "articles"), []),
    _set(("answers", "articles", 0, "doi"), None),
)
BROKEN = (
    # values that cannot stand where they stand
    _set(("answers", "access"), 3),
    _set(("answers", "access"), ["a"]),
    _set(("answers", "plans"), True),
    _set(("answers", "clinical", 0, "north"), "12"),
    _set(("answers", "clinical", 1, "north"), 1.5),
    _set(("answers", "clinical", 1, "mid"), -3),
    _set(("answers", "clinical", 1, "mid"), True),
    _set(("answers", "clinical", 0, "unit"), "beds"),
    _set(("answers", "clinical", 0, "unit"), 4),
    _set(("answers", "clinical", 0, "region"), "x"),
    _set(("answers", "clinical", 1), "a row"),
    _set(("answers", "articles", 0, "title"), 12),
    _set(("answers", "articles", 0, "year"), "2024"),
    _set(("answers", "teaching", 0, "kind"), "seminar"),
    _set(("answers", "teaching"), "a text"),
    _set(("answers", "projects"), 0),
    _set(("answers", "quality"), ["register"]),
    _set(("answers", "quality"), {"text": "a", "tools": ["x-ray"]}),
    _set(("answers", "quality"), {"text": "a", "tools": "register"}),
    _set(("answers", "information"), {"yes": "yes"}),
    _set(("answers", "weather"), "fine"),
    _set(("people", 0, "name"), 1),
    _set(("people", 0, "roles"), "academic-lead"),
    _set(("people", 0, "age"), 50),
    _set(("people", 1, "roles", 0, "region"), 5),
    _set(("entity", "name"), []),
    _set(("entity", "hosts", 0, "city"), "x"),
    _set(("weather",), "fine"),
    # rules that are broken
    _set(("answers", "access"), None),
    _set(("answers", "users"), ""),
    _set(("answers", "ref3"), None),
    _set(("answers", "plans"), "lang " * 1000),
    _set(("answers", "articles", 0, "title"), None),
    _set(("answers", "articles", 0, "doi"), "11.1/x"),
    _set(("answers", "articles", 0, "year"), 2023),
    _set(("answers", "articles", 0, "own"), "no"),
    _set(("answers", "projects", 0, "ended"), "1999-01-01"),
    _set(("answers", "projects", 0, "title"), None),
    _set(("answers", "teaching", 0, "hours"), 9999),
    _set(("answers", "teaching", 0, "text"), ""),
    _set(("answers", "clinical", 0, "total"), None),
    _set(("answers", "clinical", 0, "total"), 10**6),
    _set(("answers", "clinical", 1, "procedure"), "Utredning og oppfølging, gruppe 0"),
    _set(("answers", "quality"), {"text": "a"}),
    _set(("answers", "information"), {}),
    _set(("people",), []),
    _set(("people", 0, "roles"), []),
    _set(("people", 1, "roles"), [{"role": "academic-lead"}]),
    _set(("people", 1, "roles", 0, "region"), None),
    _set(("people", 2, "email"), "nowhere"),
    _set(("people", 2, "id"), "p0"),
    _set(("entity", "hosts", 0, "region"), None),
    _set(("answers", "pathway"), ""),
    _set(("answers", "articles"), _articles(6)),
    _set(("answers", "articles"), [*_articles(1), {**_articles(1)[0], "id": "again"}]),
    _set(("answers", "projects"), [{"id": f"f{at}", "title": f"Studie {at}"} for at in range(6)]),
    _set(("answers", "projects"), [{"id": f"f{at}", "title": "En studie"} for at in range(2)]),
    _set(("answers", "doctorates"), [{"id": "d1", "date": "2022-05-01"}]),
    _set(("answers", "doctorates"), [{"id": f"d{at}"} for at in range(11)]),
    _set(("answers", "dissemination"), [{"id": "s1", "text": "Foredrag", "date": "2020-01-01"}]),
    _set(("answers", "dissemination"), [{"id": "s1", "kind": "web"}]),
    _set(("answers", "dissemination"), [{"id": f"s{at}", "text": "Kurs"} for at in range(51)]),
    _set(("answers", "clinical"), [{"id": "c1", "procedure": "A", "north": 3, "total": 3}]),
)


def _entity():
    return {
        "id": "example",
        "type": "national-treatment-service",
        "name": "Nasjonal behandlingstjeneste for oppdiktet eksempelsykdom",
        "hosts": [{"organisation": "example-hospital", "region": "helse-vest"}],
    }


def _person(at):
    roles = [
        {"role": "academic-lead"},
        *({"role": "reference-group-member", "region": region} for region in REGIONS),
        {"role": "user-representative"},
        *({"role": "coordinator"} for _ in range(6)),
    ]
    return {
        "id": f"p{at}",
        "name": f"Eksempel Person {at}",
        "email": f"person{at}@example.org",
        "phone": f"0000 00{at:02}",
        "institution": {"name": "Eksempel sykehus", "region": REGIONS[at % 4]},
        "roles": [roles[at]],
    }


def _article(at):
    return {
        "id": f"a{at}",
        "title": f"Langtidsutfall etter påfunnet behandling for sjeldne øyesykdommer, del {at}",
        "authors": "Eksempel K, Prøve N, Test O, Oppdiktet Å, Dikt Ø, Påfunn I, Tenkt A, Liksom B",
        "journal": "Nordisk tidsskrift for påfunn",
        "doi": f"10.1000/example.{YEAR}.{at}",
        "year": YEAR,
        "own": "yes",
    }


def _project(at):
    return {
        "id": f"f{at}",
        "title": f"Registerstudie nummer {at} om påfunne øyesykdommer",
        "started": f"20{18 + at}-01-01",
        "ended": f"20{25 + at}-12-31",
        "funding": "Egne midler og Påfunnsfondet",
    }


def _teaching(at):
    kind = ("course", "lecture", "guidance")[at % 3]
    text = f"Undervisning for LIS-leger og sykepleiere, samling {at}, med øvelse på samhandling"
    return {"id": f"u{at}", "text": text, "kind": kind, "hours": 2 + at}


def _clinical(at):
    counts = {"north": at + 1, "mid": at + 2, "east": 3 * at, "west": 2 * at}
    total = sum(counts.values())
    procedure = f"Utredning og oppfølging, gruppe {at}"
    return {"id": f"c{at}", "procedure": procedure, **counts, "total": total, "unit": "patients"}


def _dissemination(at):
    return {
        "id": f"s{at}",
        "text": f"Foredrag {at} for fastleger om henvisning og oppfølging etter behandling",
        "kind": ("press", "web", "talk")[at % 3],
        "date": f"{YEAR}-{at % 12 + 1:02}-15",
    }
