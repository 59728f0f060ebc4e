"""The shape of a report around its answers (``rhf-report/1``)."""

from types import MappingProxyType
from typing import Final

from rhf_services.model.entities import EntityType
from rhf_services.model.people import Role
from rhf_services.model.regions import REGIONS
from rhf_services.model.report import SECTION_STATES
from rhf_services.wire.fast_checks import fast
from rhf_services.wire.shapes import (
    Answering,
    Anything,
    Check,
    Several,
    Thing,
    Whole,
    Words,
    YesOrNo,
)

_TEXT: Final = Words()
_REGION: Final = Words(known=tuple(REGIONS))
_HOST: Final = Thing({"organisation": _TEXT, "name": _TEXT, "region": _REGION})
_ABOUT_ANSWER: Final = MappingProxyType(
    {"question": _TEXT, "row": _TEXT, "of": _TEXT, "by": _TEXT, "at": _TEXT}
)

ENVELOPE: Final = Thing(
    {
        "format": _TEXT,
        "template": _TEXT,
        "year": Whole(),
        "edition": _TEXT,
        "entity": Thing(
            {
                "id": _TEXT,
                "type": Words(known=tuple(EntityType)),
                "code": _TEXT,
                "name": _TEXT,
                "description": _TEXT,
                "icd10": _TEXT,
                "hosts": Several(_HOST),
                "units": Several(Thing({"id": _TEXT, "name": _TEXT})),
            }
        ),
        "people": Several(
            Thing(
                {
                    "id": _TEXT,
                    "name": _TEXT,
                    "email": _TEXT,
                    "phone": _TEXT,
                    "institution": _HOST,
                    "roles": Several(
                        Thing({"role": Words(known=tuple(Role), unknown="role"), "region": _REGION})
                    ),
                    "show_on_page": YesOrNo(),
                    "copy_of_report": YesOrNo(),
                }
            ),
            ids=True,
        ),
        "answers": Thing({}, others=Anything()),
        "entered_by": Thing({}, others=Thing({"person": _TEXT, "on_behalf_of": _TEXT})),
        "parts_done": Thing({}, others=_TEXT),
        "sections": Thing({}, others=Answering(SECTION_STATES, "section", own=Thing({}))),
        "languages": Thing({}, others=_TEXT),
        "waivers": Several(Thing({"rule": _TEXT, "reason": _TEXT, **_ABOUT_ANSWER})),
        "comments": Several(Thing({"text": _TEXT, **_ABOUT_ANSWER})),
        "attachments": Several(
            Thing({"id": _TEXT, "name": _TEXT, "href": _TEXT, "sha256": _TEXT, "public": YesOrNo()})
        ),
        "extra": Anything(),
    }
)

check_envelope: Final[Check] = fast(ENVELOPE)
