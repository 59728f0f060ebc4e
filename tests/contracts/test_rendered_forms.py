"""Every form in every edition and language, as a page: all of it is there, and it stands right."""

import hashlib
import os
import subprocess
import sys
from functools import cache

import pytest
from attrs import evolve
from click.testing import CliRunner
from support.checks import built_in
from support.pages import Page, stands_right

from rhf_services import difference
from rhf_services.cli.app import app
from rhf_services.forms.sections import FROM_OUR_TASKS
from rhf_services.i18n import LANGUAGES, cite, label
from rhf_services.i18n.keys import choice_texts, form_texts
from rhf_services.i18n.names import ABOUT_FIELDS, PERSON_FIELDS
from rhf_services.i18n.rewording import reworded_edition
from rhf_services.i18n.showing import show, translated
from rhf_services.i18n.speech import in_quotes
from rhf_services.model.people import ROLE_NAMES
from rhf_services.model.questions import LongText, Table
from rhf_services.model.speaking import speaks_on
from rhf_services.model.text import Laid
from rhf_services.process.difference_words import change_in_words
from rhf_services.render import Document, html_fragment, html_page, render_form, render_rule
from rhf_services.render.document import Chapter
from rhf_services.render.words import word
from rhf_services.sources.documents import DOCUMENTS, LOST_HEADING, OUR_PROPOSAL

EDITIONS = [(form, edition) for form in built_in().templates.values() for edition in form.editions]

each_edition = pytest.mark.parametrize(
    ("form", "edition"), EDITIONS, ids=[f"{form.id}-{edition.id}" for form, edition in EDITIONS]
)
each_language = pytest.mark.parametrize("lang", LANGUAGES)


@cache
def page_of(template, edition, lang):
    form = built_in().templates[template]
    found = next(one for one in form.editions if one.id == edition)
    return html_page(render_form(form, found, built_in(), lang=lang))


def questions_of(blocks):
    found = {}
    for block in blocks:
        if isinstance(block, Chapter):
            found |= {block.id: block} if block.kind == "question" else questions_of(block.blocks)
    return found


@each_edition
@each_language
def test_every_text_of_the_form_is_on_its_page(form, edition, lang):
    page = Page(page_of(form.id, edition.id, lang))
    texts = [*form_texts(form, edition), *choice_texts(edition)]
    missing = [one.key for one in texts if translated(one.text, lang) not in page.text]

    assert missing == []
    assert [tag for tag, attrs in page.elements if attrs.get("lang") == lang] == ["html"]


@each_edition
@each_language
def test_the_page_stands_right(form, edition, lang):
    page = Page(page_of(form.id, edition.id, lang))
    stands_right(page)
    landmarks = {"header", "nav", "main", "footer"}
    assert [tag for tag, _attrs in page.elements if tag in landmarks] == [
        "header", "nav", "main", "footer"
    ]  # fmt: skip
    assert page.headings.count(1) == 1


@each_edition
def test_a_page_needs_nothing_else(form, edition):
    """No script, and nothing is fetched: the only addresses lead to places on the page."""
    page = Page(page_of(form.id, edition.id, "nb"))
    tags = {tag for tag, _attrs in page.elements}
    assert tags & {"script", "link", "img", "iframe", "object", "embed", "form"} == set()
    names = {name for _tag, attrs in page.elements for name in attrs}
    assert names & {"src", "srcset", "action", "style"} == set()
    assert not any(name.startswith("on") for name in names)
    (policy,) = [one["content"] for _tag, one in page.elements if "http-equiv" in one]
    assert {"default-src 'none'", "base-uri 'none'", "form-action 'none'"} <= set(
        policy.split("; ")
    )
    styles = page_of(form.id, edition.id, "nb").partition("<style>")[2].partition("</style>")[0]
    assert "@import" not in styles
    addresses = [rest.split(")")[0] for rest in styles.split("url(")[1:]]
    assert all(address.strip("\"'").startswith("data:") for address in addresses)


@each_edition
@each_language
def test_sources_standings_and_changes_stand_at_each_question(form, edition, lang):
    chapters = questions_of(render_form(form, edition, built_in(), lang=lang).blocks)
    year = edition.confirmed
    before = None
    if year > form.editions[0].first:
        before = difference(form, year - 1, edition.id, lang)
    for asked in edition:
        chapter = chapters[f"question-{asked.id}"]
        text = Page(html_fragment(Document(lang, (), "", (chapter,)))).text
        assert cite(asked.source, lang) in text
        assert label("standing", asked.standing, lang) in text
        assert (label("form-word", "hidden", lang) in text) is asked.hidden
        for change in before.of_the_form if before else ():
            if change.question == asked.id:
                assert change_in_words(change, before, lang) in text


@each_edition
@pytest.mark.parametrize("lang", ["nn", "en"])
def test_what_stands_in_bokmaal_says_so_in_another_language(form, edition, lang):
    page = Page(page_of(form.id, edition.id, lang))
    marked = [text for text, attrs in page.bits if attrs.get("lang") == "nb"]
    apart = [text for text, attrs in page.bits if attrs.get("lang") != "nb"]
    cited = [edition.source, *(section.source for section in edition.sections)]
    cited += [asked.source for asked in edition]
    for source in cited:
        if source.document.quoted:
            assert in_quotes(source.section, lang) in marked
    titles = {one.title for one in DOCUMENTS if one is not OUR_PROPOSAL}
    assert [text for text in apart if any(title in text for title in titles)] == []
    assert titles & set(marked)


@pytest.mark.parametrize("lang", ["nn", "en"])
def test_what_a_document_says_of_a_year_is_marked_as_bokmaal(lang):
    page = Page(page_of("national-centre", "2024", lang))
    (said,) = [attrs for text, attrs in page.bits if text == "«For 2024: Ingen nye spørsmål»"]
    assert said["lang"] == "nb"


def test_in_bokmaal_nothing_is_marked_as_bokmaal():
    page = Page(page_of("national-centre", "2024", "nb"))
    assert [tag for tag, attrs in page.elements if "lang" in attrs] == ["html"]


@each_language
def test_the_page_of_a_rule_says_its_examples_in_three_languages(lang):
    page = Page(html_page(render_rule(built_in().rule("ACT001"), built_in(), lang=lang)))
    said = {attrs["lang"] for _tag, attrs in page.elements if "lang" in attrs}
    assert said == set(LANGUAGES)
    assert [tag for tag, attrs in page.elements if attrs.get("lang") == lang] == ["html"]
    assert "bdi" not in {tag for tag, _attrs in page.elements}


@pytest.mark.parametrize("id_", sorted(built_in().templates))
def test_the_page_counts_what_has_a_new_ground_as_the_command_line_does(id_):
    form = built_in().templates[id_]
    edition = form.edition_for(2024)
    if edition is None or form.edition_for(2023) is None:
        return
    told = CliRunner().invoke(app, ["diff", id_, "2023", "2024", "--lang", "nb"]).output
    (counted,) = [line for line in told.splitlines() if "med nytt grunnlag" in line]
    document = render_form(form, edition.edition, built_in(), 2024)
    assert counted.strip() in Page(html_page(document)).text


@each_language
def test_the_first_tabs_show_and_ask_what_they_should(lang):
    text = Page(page_of("national-centre", "2024", lang)).text
    for named in (*ABOUT_FIELDS.values(), *PERSON_FIELDS.values(), *ROLE_NAMES.values()):
        assert show(named, lang) in text


LOST = {
    "national-competence-service",
    "national-competence-service-final",
    "national-centre",
    "quality-and-competence-network",
}


@each_edition
@each_language
def test_a_form_says_whose_words_its_guidance_is_in(form, edition, lang):
    text = Page(page_of(form.id, edition.id, lang)).text
    own = not form.archive and not form.regions
    assert (word("form", "guidance-ours", lang) in text) is own
    assert (word("form", "guidance-regional", lang) in text) is not own
    tables = any(isinstance(asked.question, Table) for asked in edition)
    assert (word("form", "guidance-activities", lang) in text) is tables
    assert (show(LOST_HEADING, lang) in text) is (form.id in LOST)
    for section in edition.sections:
        if section.guidance_source is not None:
            assert cite(section.guidance_source, lang) in text


@each_edition
def test_a_form_lists_the_rules_that_can_speak_on_it_and_no_others(form, edition):
    page = Page(page_of(form.id, edition.id, "nb"))
    ids = [attrs.get("id", "") for _tag, attrs in page.elements]
    listed = {id_.rpartition("rule-")[2] for id_ in ids if "rule-" in id_}
    speaks = {
        rule.code
        for rule in built_in().rules.values()
        if speaks_on(rule, form, edition, edition.confirmed)
    }
    assert listed == speaks


@each_language
def test_the_old_form_names_all_its_years_and_carries_nothing_over(lang):
    text = Page(page_of("archive", "2009", lang)).text
    assert text.count("2009–2022") == 4
    assert word("form", "taken-over", lang) not in text
    assert word("form", "taken-over", lang) in Page(page_of("national-centre", "2024", lang)).text


def test_the_introduction_to_the_evaluation_cites_where_it_stands():
    for form, edition in EDITIONS:
        part = edition.section("evaluation")
        ours = part.guidance == FROM_OUR_TASKS
        cited = part.guidance_source
        assert (cited is not None and cited.rows == ("S004-027",)) is ours, form.id


def test_a_wording_laid_over_is_what_is_shown():
    form = built_in().templates["national-treatment-service"]
    key = "form.national-treatment-service.equal-access.guidance"
    laid = (Laid("nb", "Den offisielle teksten."), Laid("nn", "Den offisielle teksta."))
    edition = reworded_edition(
        form.id,
        form.editions[-1],
        lambda one, text: evolve(text, laid=laid) if one == key else text,
    )
    reworded = evolve(form, editions=(*form.editions[:-1], edition))
    for lang, wanted in (("nb", "Den offisielle teksten."), ("nn", "Den offisielle teksta.")):
        page = Page(html_page(render_form(reworded, edition, built_in(), lang=lang)))
        assert wanted in page.text
        assert page.text.count(word("form", "laid", lang)) == 1


def test_what_is_new_and_what_is_gone_is_marked_where_it_was():
    form = built_in().templates["national-centre"]
    old, now = form.editions[-2:]
    part = now.section("evaluation")
    renamed = evolve(part.asked[0], question=LongText("national-centre-news"))
    changed = evolve(part, asked=(renamed, *part.asked[1:]))
    edition = evolve(now, sections=tuple(changed if one is part else one for one in now.sections))
    changed_form = evolve(form, editions=(old, edition))
    chapters = questions_of(render_form(changed_form, edition, built_in()).blocks)
    new = Page(html_fragment(Document("nb", (), "", (chapters["question-national-centre-news"],))))
    assert "Nytt siden 2023: Nytt spørsmål" in new.text
    text = Page(html_page(render_form(changed_form, edition, built_in()))).text
    assert "Endret siden 2023: Spørsmålet «Status for senterets arbeid» er tatt bort." in text


def test_every_part_is_shown_whatever_tab_it_names():
    form = built_in().templates["national-centre"]
    edition = form.editions[-1]
    tabs = {"about": "people", "people": "about", "activity": "reference-group"}
    sections = tuple(evolve(one, tab=tabs.get(one.id, one.tab)) for one in edition.sections)
    odd = evolve(edition, sections=sections)
    page = Page(html_page(render_form(evolve(form, editions=(odd,)), odd, built_in())))
    stands_right(page)
    for keyed in form_texts(form, odd):
        assert keyed.text.nb in page.text


def test_a_year_that_nobody_has_entered_says_so():
    form = built_in().templates["national-centre"]
    edition = form.editions[-1]
    text = Page(html_page(render_form(form, edition, built_in(), 2026))).text
    assert "Skjemaet for 2026 er ikke lagt inn" in text
    assert "Begge årene har samme utgave av skjemaet: 2024." in text
    with pytest.raises(LookupError):
        render_form(form, edition, built_in(), 2019)


@each_edition
def test_a_fragment_stands_in_somebody_elses_page(form, edition):
    document = render_form(form, edition, built_in())
    page = Page(html_fragment(document))
    stands_right(page, top=2)
    assert all(id_.startswith("rhf-") for id_ in page.ids)
    classes = {name for _tag, attrs in page.elements for name in (attrs.get("class") or "").split()}
    assert {name for name in classes if name != "rhf" and name[:4] != "rhf-"} <= {
        "ds-heading", "ds-link", "ds-list", "ds-paragraph", "ds-sr-only", "ds-table", "ds-tag"
    }  # fmt: skip
    untitled = Page(html_fragment(document, titled=False, top=3, prefix="skjema-"))
    stands_right(untitled, top=3)
    assert untitled.ids[0].startswith("skjema-")
    with pytest.raises(ValueError, match="7"):
        html_fragment(document, top=7)


def test_the_same_form_gives_the_same_bytes_in_every_process():
    code = (
        "import hashlib; from rhf_services import load_registry;"
        "from rhf_services.render import html_page, render_form;"
        "r = load_registry(); f = r.templates['national-treatment-service'];"
        "print(hashlib.sha256(html_page(render_form(f, f.editions[-1], r)).encode()).hexdigest())"
    )
    here = page_of("national-treatment-service", "2024", "nb").encode()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env=environment,
        )  # fmt: skip
        assert done.stdout.strip() == hashlib.sha256(here).hexdigest()
