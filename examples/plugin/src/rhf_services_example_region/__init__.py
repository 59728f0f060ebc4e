"""An invented region's own report form: the example to copy."""

from collections.abc import Iterable, Mapping
from typing import Any

from rhf_services import Rule, Template, hookimpl
from rhf_services_example_region.form import TEMPLATE
from rhf_services_example_region.rules import LEFT_OPEN, NO_DAYS


@hookimpl
def rhf_templates() -> Iterable[Template]:
    """Bring the form."""
    return (TEMPLATE,)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules."""
    return (LEFT_OPEN, NO_DAYS)


@hookimpl
def rhf_breakers() -> Mapping[str, str]:
    """Bring a way to break each rule, for tests."""
    return {
        "ER-TRA001": "rhf_services_example_region.breakers:left_open",
        "ER-VIS001": "rhf_services_example_region.breakers:no_days",
    }
