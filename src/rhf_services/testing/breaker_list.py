"""Where to find a way to break each rule; loaded with the rules, so nothing heavy is imported."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rhf_services.hooks.markers import hookimpl

_HERE: Final = "rhf_services.testing.breakers"

BREAKERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ACT001": f"{_HERE}.limits:over_limit",
        "ACT002": f"{_HERE}.limits:over_earlier_limit",
        "ACT003": f"{_HERE}.empty:activity_untouched",
        "ACT004": f"{_HERE}.outside:activity_outside",
        "ACT005": f"{_HERE}.rows:starred_missing",
        "ACT006": f"{_HERE}.rows:doubles",
        "ACT007": f"{_HERE}.rows:same_affiliation",
        "ACT008": f"{_HERE}.rows:other_total",
        "ACT009": f"{_HERE}.rows:odd_doi",
        "ACT010": f"{_HERE}.rows:odd_date",
        "ENT001": f"{_HERE}.entity:no_description",
        "EVA001": f"{_HERE}.empty:unanswered",
        "GRP001": f"{_HERE}.empty:group_unanswered",
        "GRP002": f"{_HERE}.empty:regions_unanswered",
        "PER001": f"{_HERE}.people:several_leads",
        "PER002": f"{_HERE}.people:odd_email",
        "PER003": f"{_HERE}.people:nameless",
        "POL001": f"{_HERE}.policy:closed_rule",
        "POL002": f"{_HERE}.policy:unknown_rule",
        "PRI001": f"{_HERE}.privacy:identity_number",
        "RDG001": f"{_HERE}.reading:unreadable_document",
        "REF001": f"{_HERE}.group:no_group",
        "REF002": f"{_HERE}.group:missing_seats",
        "REF003": f"{_HERE}.group:not_one_leader",
        "REF004": f"{_HERE}.group:leader_from_own_region",
        "STR001": f"{_HERE}.holding:cannot_hold",
        "STR002": f"{_HERE}.unknown:unknown_key",
        "STR003": f"{_HERE}.unknown:unknown_question",
        "STR004": f"{_HERE}.unknown:unknown_column",
        "STR005": f"{_HERE}.unknown:unknown_choice",
        "STR006": f"{_HERE}.unknown:unknown_role",
        "STR007": f"{_HERE}.twice:duplicate_id",
        "STR008": f"{_HERE}.twice:duplicate_key",
        "STR009": f"{_HERE}.reading:no_number",
        "STR010": f"{_HERE}.reading:huge_number",
        "STR011": f"{_HERE}.reading:unreadable_part",
        "SUB001": f"{_HERE}.submission:not_the_lead",
        "SUB002": f"{_HERE}.submission:nothing_answered",
        "SUB003": f"{_HERE}.submission:already_submitted",
        "TPL001": f"{_HERE}.form:form_absent",
        "TPL002": f"{_HERE}.form:year_not_entered",
        "TPL003": f"{_HERE}.form:edition_unknown",
        "TPL004": f"{_HERE}.form:kinds_disagree",
        "TPL005": f"{_HERE}.form:other_region",
        "TPL006": f"{_HERE}.outside:question_outside",
    }
)


@hookimpl
def rhf_breakers() -> Mapping[str, str]:
    """Say where each rule's breaker lies, as ``module:function``."""
    return BREAKERS
