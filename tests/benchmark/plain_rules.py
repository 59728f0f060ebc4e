"""The frozen 36 rules of the benchmark, as plain generators over the document.

Every contestant runs them: those that keep a document as dicts run them as they stand, those that
make objects of it run the same source with ``x.get("key")`` read as ``x.key``; see `spelling`.
"""

import re
from collections import Counter

from rhf_services.model.rules import Hit

YEAR = 2024
REGIONS = ("helse-nord", "helse-midt-norge", "helse-sor-ost", "helse-vest")
DOI = re.compile(r"10\.[0-9]{4,9}/\S+")


def listed(answer):
    return answer if type(answer) is list else ()


def over(report, question, most):
    if len(listed(part(report.get("answers"), question))) > most:
        yield Hit(("answers", question))


def missing(report, question, column):
    for at, row in enumerate(listed(part(report.get("answers"), question))):
        if not part(row, column):
            yield Hit(("answers", question, at))


def unanswered(report, question):
    if not part(report.get("answers"), question):
        yield Hit(("answers", question))


def outside_year(report, question):
    for at, row in enumerate(listed(part(report.get("answers"), question))):
        day = row.get("date")
        if day is not None and not day.startswith("2024-"):
            yield Hit(("answers", question, at, "date"))


def part(thing, key):
    return thing.get(key)


def articles_over(report):
    yield from over(report, "articles", 5)


def article_untitled(report):
    yield from missing(report, "articles", "title")


def doi_odd(report):
    for at, row in enumerate(listed(report.get("answers").get("articles"))):
        doi = row.get("doi")
        if doi is not None and not DOI.fullmatch(doi):
            yield Hit(("answers", "articles", at, "doi"))


def doi_twice(report):
    seen = set()
    for at, row in enumerate(listed(report.get("answers").get("articles"))):
        doi = row.get("doi")
        if doi is not None:
            if doi in seen:
                yield Hit(("answers", "articles", at, "doi"))
            seen.add(doi)


def article_of_other_year(report):
    for at, row in enumerate(listed(report.get("answers").get("articles"))):
        year = row.get("year")
        if year is not None and year != YEAR:
            yield Hit(("answers", "articles", at, "year"))


def article_not_own(report):
    for at, row in enumerate(listed(report.get("answers").get("articles"))):
        if row.get("own") != "yes":
            yield Hit(("answers", "articles", at))


def projects_over(report):
    yield from over(report, "projects", 5)


def project_untitled(report):
    yield from missing(report, "projects", "title")


def project_ends_first(report):
    for at, row in enumerate(listed(report.get("answers").get("projects"))):
        started, ended = row.get("started"), row.get("ended")
        if started is not None and ended is not None and ended < started:
            yield Hit(("answers", "projects", at, "ended"))


def project_twice(report):
    seen = set()
    for at, row in enumerate(listed(report.get("answers").get("projects"))):
        title = row.get("title")
        if title is not None:
            if title in seen:
                yield Hit(("answers", "projects", at, "title"))
            seen.add(title)


def doctorate_outside_year(report):
    yield from outside_year(report, "doctorates")


def doctorates_over(report):
    yield from over(report, "doctorates", 10)


def teaching_untold(report):
    yield from missing(report, "teaching", "text")


def teaching_long(report):
    for at, row in enumerate(listed(report.get("answers").get("teaching"))):
        hours = row.get("hours")
        if hours is not None and hours > 2000:
            yield Hit(("answers", "teaching", at, "hours"))


def clinical_great(report):
    for at, row in enumerate(listed(report.get("answers").get("clinical"))):
        total = row.get("total")
        if total is not None and total > 100_000:
            yield Hit(("answers", "clinical", at, "total"))


def clinical_region_missing(report):
    rows = listed(report.get("answers").get("clinical"))
    for region in ("north", "mid", "east", "west"):
        for row in rows:
            if part(row, region):
                break
        else:
            if rows:
                yield Hit(("answers", "clinical"))


def clinical_sum_wrong(report):
    for at, row in enumerate(listed(report.get("answers").get("clinical"))):
        total = row.get("total")
        if total is not None:
            north, mid, east, west = (
                row.get("north"),
                row.get("mid"),
                row.get("east"),
                row.get("west"),
            )
            if (north or 0) + (mid or 0) + (east or 0) + (west or 0) != total:
                yield Hit(("answers", "clinical", at, "total"))


def clinical_twice(report):
    seen = set()
    for at, row in enumerate(listed(report.get("answers").get("clinical"))):
        procedure = row.get("procedure")
        if procedure in seen:
            yield Hit(("answers", "clinical", at))
        seen.add(procedure)


def clinical_uncounted(report):
    yield from missing(report, "clinical", "total")


def dissemination_outside_year(report):
    yield from outside_year(report, "dissemination")


def dissemination_untold(report):
    yield from missing(report, "dissemination", "text")


def dissemination_over(report):
    yield from over(report, "dissemination", 50)


def access_unanswered(report):
    yield from unanswered(report, "access")


def pathway_unanswered(report):
    yield from unanswered(report, "pathway")


def users_unanswered(report):
    yield from unanswered(report, "users")


def text_long(report):
    answers = report.get("answers")
    for question in ("access", "pathway", "users", "training", "plans"):
        text = part(answers, question)
        if type(text) is str and len(text) > 4000:
            yield Hit(("answers", question))


def quality_without_tool(report):
    quality = report.get("answers").get("quality")
    told = quality is not None and type(quality) is not str and quality.get("text")
    if told and not quality.get("tools"):
        yield Hit(("answers", "quality"))


def information_unsaid(report):
    said = report.get("answers").get("information")
    if said is not None and said.get("yes") is None and said.get("text") is None:
        yield Hit(("answers", "information"))


def group_silent(report):
    answers = report.get("answers")
    for question in ("ref1", "ref2", "ref3", "ref4", "ref5", "ref6"):
        if not part(answers, question):
            yield Hit(("answers", question))


def one_lead(report):
    leads = 0
    for person in report.get("people"):
        for held in person.get("roles"):
            leads += held.get("role") == "academic-lead"
    if leads != 1:
        yield Hit(("people",))


def person_twice(report):
    counts = Counter([person.get("id") for person in report.get("people")])
    if len(counts) != len(report.get("people")):
        for at, person in enumerate(report.get("people")):
            if counts[person.get("id")] > 1:
                yield Hit(("people", at, "name"))


def email_odd(report):
    for at, person in enumerate(report.get("people")):
        email = person.get("email")
        if email is not None and "@" not in email:
            yield Hit(("people", at, "email"))


def region_unseated(report):
    held = set()
    for person in report.get("people"):
        for role in person.get("roles"):
            if role.get("role") == "reference-group-member":
                held.add(role.get("region"))
    if not all(region in held for region in REGIONS):
        yield Hit(("people",))


def no_user_seated(report):
    for person in report.get("people"):
        for role in person.get("roles"):
            if role.get("role") == "user-representative":
                return
    yield Hit(("people",))


def member_of_no_region(report):
    for at, person in enumerate(report.get("people")):
        for role in person.get("roles"):
            if role.get("role") == "reference-group-member" and role.get("region") is None:
                yield Hit(("people", at, "roles"))


def host_unknown(report):
    for at, host in enumerate(report.get("entity").get("hosts")):
        if host.get("region") not in REGIONS:
            yield Hit(("entity", "hosts", at))


RULES = (
    articles_over,
    article_untitled,
    doi_odd,
    doi_twice,
    article_of_other_year,
    article_not_own,
    projects_over,
    project_untitled,
    project_ends_first,
    project_twice,
    doctorate_outside_year,
    doctorates_over,
    teaching_untold,
    teaching_long,
    clinical_great,
    clinical_region_missing,
    clinical_sum_wrong,
    clinical_twice,
    clinical_uncounted,
    dissemination_outside_year,
    dissemination_untold,
    dissemination_over,
    access_unanswered,
    pathway_unanswered,
    users_unanswered,
    text_long,
    quality_without_tool,
    information_unsaid,
    group_silent,
    one_lead,
    person_twice,
    email_odd,
    region_unseated,
    no_user_seated,
    member_of_no_region,
    host_unknown,
)
