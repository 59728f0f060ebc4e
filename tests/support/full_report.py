"""An invented report with something in every part that a report may hold."""

from typing import Any, Final

FULL: Final[dict[str, Any]] = {
    "format": "rhf-report/1",
    "template": "national-treatment-service",
    "year": 2024,
    "edition": "2024",
    "colour": "en ukjent nøkkel",
    "entity": {
        "id": "vertens-id",
        "type": "national-treatment-service",
        "code": "L-EKS-1",
        "name": "Nasjonal behandlingstjeneste for oppdiktet hoste",
        "description": "Oppdiktet hoste finnes bare her.\n\n- første\n- andre",
        "icd10": "U99.9",
        "hosts": [
            {"organisation": "helse-bergen"},
            {"name": "Eksempelsykehuset", "region": "helse-nord"},
            {"organisation": "ukjent-sykehus"},
        ],
        "units": [{"id": "u1", "name": "En enhet"}],
        "mood": "ukjent om enheten",
    },
    "people": [
        {
            "id": "p1",
            "name": "Kari Eksempel",
            "email": "kari@example.org",
            "phone": "00000000",
            "institution": {"name": "Eksempelsykehuset"},
            "roles": [
                {"role": "academic-lead"},
                {"role": "reference-group-member", "region": "helse-vest"},
            ],
            "show_on_page": True,
            "copy_of_report": True,
        },
        {
            "id": "p2",
            "name": "Ola Oppdiktet",
            "email": "ola@example.org",
            "phone": "00000001",
            "institution": {"name": "Sykehuset ingen skal se"},
            "roles": [{"role": "coordinator"}, {"role": "en-ukjent-rolle"}],
            "show_on_page": False,
        },
        {"id": "p3", "name": "Nina Nordfabel", "show_on_page": "ja", "shoe": "ukjent om personen"},
        "ikke en person",
    ],
    "answers": {
        "equal-access": "Ambulerende klinikk.\nTolk på video.",
        "pathway-cooperation": {"not_applicable": "en grunn"},
        "treatment-quality": {
            "text": "Målt i register",
            "tools": ["national-quality-registry", "et-ukjent-valg", {"other": "Egen måling"}],
            "more": "ukjent i svaret",
        },
        "scientific-articles": [
            {"id": "a1", "title": "En artikkel", "authors": "Eksempel K", "doi": "10.5555/a"},
            {"id": "a2", "title": "Nok en", "year": "i fjor", "extra": "ukjent felt"},
            "ikke en rad",
        ],
        "research-projects": {"nothing_to_report": True},
        "teaching": [{"id": "t1", "text": "Et kurs", "type": {"other": "Egen type"}}],
        "dissemination": "ikke en tabell",
        "clinical-activity": {
            "rows": [
                {"id": "c1", "affiliation": "helse-nord", "count": 9, "unit": "patients"},
                {"id": "c2", "affiliation": "et-ukjent-sted", "count": 3},
                {"id": "c3", "affiliation": "helse-vest", "count": "omtrent 4"},
            ],
            "text": "Tekst under tallene",
        },
        "reporting-feedback": "Skjemaet er greit",
        "group-assessment": "Gruppen er fornøyd",
        "group-helse-nord": {"not_received": True},
        "competence-spread": "Svar på et spørsmål i et annet skjema",
        "an-unknown-question": {"deep": ["dypt nede"]},
    },
    "entered_by": {"group-assessment": {"person": "p1", "on_behalf_of": "reference-group-leader"}},
    "parts_done": {"entity": "2025-02-07T12:00:00+01:00"},
    "sections": {"activity": {"not_applicable": "grunnen for hele delen"}},
    "languages": {"default": "nb", "equal-access": "nn"},
    "waivers": [
        {
            "rule": "ACT001",
            "question": "scientific-articles",
            "row": "a1",
            "of": "sha256:00",
            "reason": "en begrunnelse",
            "by": "p2",
            "at": "2025-02-10T12:00:00+01:00",
        }
    ],
    "comments": [
        {
            "question": "equal-access",
            "row": "r1",
            "of": "sha256:11",
            "by": "en-utenfra",
            "at": "2025-02-11T12:00:00+01:00",
            "text": "en kommentar",
        }
    ],
    "attachments": [
        {"id": "x1", "name": "Vist vedlegg", "href": "vist.pdf", "sha256": "aa", "public": True},
        {"id": "x2", "name": "Skjult vedlegg", "href": "skjult.pdf", "sha256": "bb"},
    ],
    "extra": {"vert": ["vertens eget"]},
}
