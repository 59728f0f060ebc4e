"""The library itself: the form and the 36 rules as a plugin, checked as any report is."""

import types
from functools import partial

import orjson  # noqa: F401  (what the lax reader uses; loaded before anything is timed)
from benchmark import plain_rules
from benchmark.form import QUESTIONS as ASKED
from benchmark.form import TEMPLATE

from rhf_services import Audience, Case, Rule, Stage, check, hookimpl, load_registry, loads
from rhf_services.hooks.loading import Plugin
from rhf_services.hooks.registry import PluginInfo
from rhf_services.model.faults import FaultKind
from rhf_services.model.rules import INFO_THEN_WARNING, Hit, Subject
from rhf_services.model.subjects import faults_of
from rhf_services.model.text import Message, Text
from rhf_services.sources.documents import proposal

SOURCE = proposal("the rules of the benchmark")
SAYS = Message(says=Text("bench"), mend=Text("bench"))
TREE = Subject("tree", lambda filing: (((), filing.report.tree),))
HOLDS = (FaultKind.CANNOT_HOLD, FaultKind.UNKNOWN_CHOICE)
KNOWN = (FaultKind.UNKNOWN_KEY, FaultKind.UNKNOWN_QUESTION, FaultKind.UNKNOWN_COLUMN)
QUESTIONS = {question.id for question in ASKED}
READS = {
    "article": "articles",
    "articles": "articles",
    "doi": "articles",
    "project": "projects",
    "projects": "projects",
    "doctorate": "doctorates",
    "doctorates": "doctorates",
}


def registry(further=0):
    """Load the form with its rules, and as many further ones that stay silent."""
    rules = [_rule(f"B-{at + 1:03}", one) for at, one in enumerate(plain_rules.RULES)]
    for kind in HOLDS:
        rules.append(_rule(f"B-S{len(rules)}", here, faults_of(kind)))
    for kind in KNOWN:
        rules.append(_rule(f"B-S{len(rules)}", above, faults_of(kind)))
    rules += [_rule(f"B-X{at:03}", silent) for at in range(further)]
    module = types.SimpleNamespace(
        rhf_templates=hookimpl(lambda: (TEMPLATE,), specname="rhf_templates"),
        rhf_rules=hookimpl(lambda: tuple(rules), specname="rhf_rules"),
    )
    return load_registry([Plugin(PluginInfo("bench", "rhf-services", "1"), module)], strict=True)


def verdict_of(data, loaded, *, lax=True):
    """Give everything that is found, from bytes."""
    return check(Case(report=loads(data, lax=lax).report), loaded, Stage.SUBMISSION)


def found(verdict):
    """Give what was found as the others tell it."""
    return {
        (_name(one.rule), one.place.pointer[:-1] if one.rule.check is above else one.place.pointer)
        for one in verdict.findings
    }


def contestant():
    """Give the check from bytes to what was found."""
    return partial(_found_in, loaded=registry())


def _found_in(data, loaded):
    return found(verdict_of(data, loaded))


def _name(rule):
    return "structure" if rule.check in (here, above) else rule.check.__name__


def here(_fault):
    """Tell a fault where it is."""
    yield Hit()


def above(_fault):
    """Tell an unknown key; the others tell it at the object that has it."""
    yield Hit()


def silent(_tree):
    """Say nothing."""
    yield from ()


def _rule(code, check_, on=TREE):
    start = check_.__name__.split("_")[0]
    question = READS.get(start, start)
    return Rule(
        code=code,
        title=Text("bench"),
        on=on,
        says=INFO_THEN_WARNING,
        audience=Audience.LEAD,
        message=SAYS,
        source=SOURCE,
        check=check_,
        reads=(question,) if question in QUESTIONS else (),
    )
