"""How each kind of question stands for each answer, as the decisions have it."""

from rhf_services.forms.activities import CLINICAL_ACTIVITY, TEACHING
from rhf_services.forms.evaluation import EQUAL_ACCESS, TREATMENT_QUALITY
from rhf_services.forms.reference_group import GROUP_ASSESSMENT
from rhf_services.model.questions import Statement

GIVEN = "given"
NOT_APPLICABLE = "not-applicable"
CONFIRMED_EMPTY = "confirmed-empty"
NOT_RECEIVED = "not-received"
MISSING = "missing"
UNREADABLE = "unreadable"

STATEMENT = Statement("patient-information")

ALL_STATES_NULL = {"not_applicable": None, "nothing_to_report": None, "not_received": None}

BLANK = [
    (None, MISSING),
    ("", MISSING),
    ("  ", MISSING),
    ("\n\t\u00a0", MISSING),
]

NEITHER = [
    (12, UNREADABLE),
    (1.5, UNREADABLE),
    (True, UNREADABLE),
    (False, UNREADABLE),
    ({"elsewhere": "Ja."}, UNREADABLE),
]

SET_ASIDE = [
    ({"not_applicable": "Ny"}, NOT_APPLICABLE),
    ({"not_applicable": ""}, NOT_APPLICABLE),
    ({"not_applicable": None}, MISSING),
    ({"not_applicable": True}, UNREADABLE),
    ({"not_applicable": 3}, UNREADABLE),
    (ALL_STATES_NULL, MISSING),
    ({**ALL_STATES_NULL, "not_applicable": "Ny"}, NOT_APPLICABLE),
]

TEXT = [
    *BLANK,
    *NEITHER,
    *SET_ASIDE,
    ("Ja.", GIVEN),
    ({}, UNREADABLE),
    ([], UNREADABLE),
    (["Ja."], UNREADABLE),
    ({"text": "Ja."}, UNREADABLE),
    ({"nothing_to_report": True}, UNREADABLE),
    ({"not_received": True}, UNREADABLE),
    ({"not_applicable": "", "nothing_to_report": True}, UNREADABLE),
    ({"not_applicable": "", "text": "Ja."}, UNREADABLE),
]

GROUP_TEXT = [
    *BLANK,
    *NEITHER,
    *SET_ASIDE,
    ("Bra.", GIVEN),
    ({}, UNREADABLE),
    ({"not_received": True}, NOT_RECEIVED),
    ({"not_received": False}, MISSING),
    ({"not_received": None}, MISSING),
    ({"not_received": "ja"}, UNREADABLE),
    ({"not_received": 1}, UNREADABLE),
    ({"not_received": True, "not_applicable": None}, NOT_RECEIVED),
    ({"not_received": True, "not_applicable": ""}, UNREADABLE),
    ({"not_received": True, "text": "Bra."}, UNREADABLE),
    ({"nothing_to_report": True}, UNREADABLE),
    ({**ALL_STATES_NULL, "not_received": True}, NOT_RECEIVED),
]

TEXT_AND_CHOICES = [
    *BLANK,
    *NEITHER,
    *SET_ASIDE,
    ("Registrert.", GIVEN),
    ({"text": "Registrert."}, GIVEN),
    ({"tools": ["biobank"]}, GIVEN),
    ({"tools": [{"other": "Skjema i journalen"}]}, GIVEN),
    ({"text": "Registrert.", "tools": ["biobank"]}, GIVEN),
    ({"text": "Registrert.", "tools": None, "not_applicable": None}, GIVEN),
    ({"text": "Registrert.", "tools": None, **ALL_STATES_NULL}, GIVEN),
    ({}, MISSING),
    ({"tools": []}, MISSING),
    ({"tools": [None, ""]}, MISSING),
    ({"text": " ", "tools": None}, MISSING),
    ({"text": None, "tools": None, "not_applicable": None}, MISSING),
    ({"text": None, "tools": None, "not_applicable": "Ny"}, NOT_APPLICABLE),
    ({"text": "", "tools": [], "not_applicable": "Ny"}, NOT_APPLICABLE),
    ([], UNREADABLE),
    (["biobank"], UNREADABLE),
    ({"text": "Registrert.", "not_applicable": ""}, UNREADABLE),
    ({"tools": ["biobank"], "not_applicable": "Ny"}, UNREADABLE),
    ({"nothing_to_report": True}, UNREADABLE),
    ({"not_received": True}, UNREADABLE),
]

ROWS = [
    *BLANK,
    *NEITHER,
    *SET_ASIDE,
    ([{"id": "t1", "text": "Kurs"}], GIVEN),
    ([{}, {"text": "Kurs"}], GIVEN),
    ([], MISSING),
    ([{}], MISSING),
    ([None], MISSING),
    ([{"id": "t1"}], MISSING),
    ([{"id": "t1", "text": None, "type": ""}], MISSING),
    ({"nothing_to_report": True}, CONFIRMED_EMPTY),
    ({"nothing_to_report": False}, MISSING),
    ({"nothing_to_report": None}, MISSING),
    ({"nothing_to_report": True, "not_applicable": None}, CONFIRMED_EMPTY),
    ({**ALL_STATES_NULL, "nothing_to_report": True}, CONFIRMED_EMPTY),
    ({"nothing_to_report": "ja"}, UNREADABLE),
    ({"nothing_to_report": 1}, UNREADABLE),
    ({"nothing_to_report": True, "not_applicable": ""}, UNREADABLE),
    ({"nothing_to_report": True, "rows": [{"text": "Kurs"}]}, UNREADABLE),
    ({"not_received": True}, UNREADABLE),
    ({}, UNREADABLE),
    ({"rows": [{"text": "Kurs"}]}, UNREADABLE),
    ("Kurs", UNREADABLE),
]

_PATIENTS = [{"id": "c1", "affiliation": "helse-nord", "count": 9}]

ROWS_WITH_TEXT = [
    *BLANK,
    *NEITHER,
    *SET_ASIDE,
    (_PATIENTS, GIVEN),
    ({"rows": _PATIENTS}, GIVEN),
    ({"rows": _PATIENTS, "text": "Flere enn sist."}, GIVEN),
    ({"text": "Ingen pasienter."}, GIVEN),
    ({"rows": _PATIENTS, "text": None, "nothing_to_report": None}, GIVEN),
    ([], MISSING),
    ({}, MISSING),
    ({"rows": []}, MISSING),
    ({"rows": [{"id": "c1"}], "text": " "}, MISSING),
    ({"rows": None, "text": None, "nothing_to_report": None, "not_applicable": None}, MISSING),
    ({"rows": None, "text": None, "nothing_to_report": True}, CONFIRMED_EMPTY),
    ({"rows": [], "text": "", "nothing_to_report": True}, CONFIRMED_EMPTY),
    ({"rows": None, "text": None, "not_applicable": "Bare kurs"}, NOT_APPLICABLE),
    ({"rows": _PATIENTS, "nothing_to_report": True}, UNREADABLE),
    ({"text": "Ingen.", "not_applicable": ""}, UNREADABLE),
    ({"not_received": True}, UNREADABLE),
    ("Ni pasienter", UNREADABLE),
]

YES_OR_NO = [
    *BLANK,
    *NEITHER,
    *SET_ASIDE,
    ({"yes": True}, GIVEN),
    ({"yes": False}, GIVEN),
    ({"text": "Se nettsiden."}, GIVEN),
    ({"yes": True, "text": "Se nettsiden.", "not_applicable": None}, GIVEN),
    ({}, MISSING),
    ({"yes": None, "text": ""}, MISSING),
    ({"yes": None, "text": None, "not_applicable": None}, MISSING),
    ({"yes": None, "text": None, "not_applicable": "Ny"}, NOT_APPLICABLE),
    ({"yes": True, "not_applicable": ""}, UNREADABLE),
    ({"nothing_to_report": True}, UNREADABLE),
    ([], UNREADABLE),
    ("ja", UNREADABLE),
]

ANSWERS = [
    (question, raw, state)
    for question, table in (
        (EQUAL_ACCESS, TEXT),
        (GROUP_ASSESSMENT, GROUP_TEXT),
        (TREATMENT_QUALITY, TEXT_AND_CHOICES),
        (TEACHING, ROWS),
        (CLINICAL_ACTIVITY, ROWS_WITH_TEXT),
        (STATEMENT, YES_OR_NO),
    )
    for raw, state in table
]
"""Each kind of question, an answer, and how the question then stands."""

NAMES = [f"{question.id}-{raw!r}" for question, raw, _state in ANSWERS]
