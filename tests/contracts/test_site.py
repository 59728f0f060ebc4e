"""The docs site as it is written, before it is built: everything has its page, in its languages."""

import re
import subprocess
import sys
import tomllib
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.checks import built_in

import build
from maker import (
    checking,
    entity_types,
    field,
    forms,
    mending,
    navigation,
    rules,
    staging,
    zensical,
)
from maker.site import HERE, Page, Site, data
from rhf_services.cli.app import app
from rhf_services.i18n import LANGUAGES, show
from rhf_services.i18n.keys import form_texts
from rhf_services.i18n.nynorsk import bokmaal_words
from rhf_services.model.entities import ENTITY_TYPE_NAMES
from rhf_services.render import render_form, render_rule
from rhf_services.render.document import Chapter, Definitions, Listing, Notice, Paragraph
from rhf_services.sources.documents import DOCUMENTS
from rhf_services.trace.statements import statements

REGISTRY = built_in()
in_each_language = pytest.mark.parametrize("lang", LANGUAGES)
each_rule = pytest.mark.parametrize("code", REGISTRY.rules)
EDITIONS = [
    pytest.param(form, edition, id=f"{form.id}-{edition.id}")
    for form in REGISTRY.templates.values()
    for edition in form.editions
]


@pytest.fixture(scope="module")
def staged(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "_pages"
    build.stage(folder, REGISTRY)
    return folder


def text_of(file: Path) -> str:
    """Give the words of a page, without its markup."""
    plain = re.sub(r"<[^>]+>", " ", file.read_text("utf-8"))
    return " ".join(unescape(re.sub(r"\\([\\`*_{}\[\]<>#|~^&])", r"\1", plain)).split())


def said_in(blocks):
    """Give every piece of text of a document."""
    for block in blocks:
        match block:
            case Paragraph():
                yield from block.runs
            case Listing():
                yield from (run for item in block.items for run in item)
            case Definitions():
                yield from (run for row in block.rows for run in (*row.term, *row.text))
            case Notice():
                yield from said_in(block.paragraphs)
            case Chapter():
                yield from block.title
                yield from said_in(block.blocks)


@in_each_language
@each_rule
def test_a_rule_has_a_page_that_says_what_explain_says(staged, code, lang):
    document = render_rule(REGISTRY.rule(code), REGISTRY, lang=lang)
    page = "".join(text_of(staged / lang / rules.path_of_rule(code)).split())
    screen = "".join(CliRunner().invoke(app, ["explain", code, "--lang", lang]).output.split())
    said = [run.text for run in said_in(document.blocks) if run.text.strip()]

    assert len(said) > 15
    assert [text for text in said if "".join(text.split()) not in page] == []
    assert [text for text in said if "".join(text.split()) not in screen] == []


@each_rule
def test_the_page_of_a_rule_has_its_message_in_every_language(staged, code):
    page = (staged / "nb" / rules.path_of_rule(code)).read_text("utf-8")

    assert all(f'<span lang="{lang}">' in page for lang in ("nn", "en"))
    assert page.index("Bokmål: ") < page.index("Nynorsk: ") < page.index("English: ")


@in_each_language
@pytest.mark.parametrize(("form", "edition"), EDITIONS)
def test_an_edition_of_a_form_has_a_page_with_every_text_of_it(staged, form, edition, lang):
    file = staged / lang / forms.path_of(form, edition)
    page = text_of(file)
    shown = [show(keyed.text, lang) for keyed in form_texts(form, edition)]

    assert [text for text in shown if " ".join(text.split()) not in page] == []
    assert file.with_name(file.name.replace(".md", "-print.html")).is_file()


@in_each_language
def test_the_headings_of_a_form_stand_in_the_table_of_contents(staged, lang):
    form = REGISTRY.templates["national-treatment-service"]
    edition = form.editions[-1]
    page = (staged / lang / forms.path_of(form, edition)).read_text("utf-8")
    found = re.findall(r"^#{2,6} .* \{#rhf-(\S+)\}$", page, re.MULTILINE)
    document = render_form(form, edition, REGISTRY, lang=lang)
    parts = [block.id for block in document.blocks if isinstance(block, Chapter)]

    assert [id_ for id_ in found if id_ in parts] == parts
    assert {f"question-{asked.id}" for asked in edition} <= set(found)


@in_each_language
def test_headings_go_down_one_level_at_a_time(staged, lang):
    for file in (staged / lang).rglob("*.md"):
        if file.relative_to(staged / lang).parts[0] in ("forms", "rules", "field"):
            levels = [
                len(mark) for mark in re.findall(r"^(#+) ", file.read_text("utf-8"), re.MULTILINE)
            ]
            steps = [after - before for before, after in pairwise(levels)]
            assert max(steps, default=0) <= 1, file


@in_each_language
def test_every_document_kind_statement_contradiction_and_term_has_its_place(staged, lang):
    folder = staged / lang / "field"
    contradictions = (folder / "contradictions.md").read_text("utf-8")
    glossary = text_of(folder / "glossary.md")
    stated = (folder / "statements.md").read_text("utf-8")

    assert {file.stem for file in (folder / "documents").iterdir()} == {
        "index",
        *(document.id for document in DOCUMENTS),
    }
    assert {file.stem for file in (folder / "entity-types").iterdir()} == {
        "index",
        *map(str, ENTITY_TYPE_NAMES),
    }
    assert [f"{{#c{number}}}" in contradictions for number in range(1, 28)] == [True] * 27
    for term in data("glossary")["term"]:
        assert all(term[one] in glossary for one in LANGUAGES)
    assert [one.id for one in statements() if f'id="{one.id}"' not in stated] == []


@in_each_language
def test_contradictions_are_told_whole_in_each_language(lang):
    told = field.contradictions(Site(lang, REGISTRY))
    known = {one.id for one in statements()}

    assert list(told) == [f"C{number}" for number in range(1, 28)]
    for one in told.values():
        assert all(one[part].strip() for part in ("title", "says", "chosen"))
        assert set(one["rows"]) <= known
    whole = data("contradictions.en")
    own = data(f"contradictions.{lang}")
    assert {id_: set(one) - {"rows"} for id_, one in own.items()} == {
        id_: set(one) - {"rows"} for id_, one in whole.items()
    }


def test_what_is_known_of_a_kind_is_told_in_every_language_with_its_sources():
    known = {one.id for one in statements()}
    for kind in ENTITY_TYPE_NAMES:
        for aspect in entity_types.ASPECTS:
            told = entity_types._aspect(kind, aspect)
            assert all(told[lang].strip() for lang in LANGUAGES)
            assert set(told["rows"]) <= known


def texts_in(value, lang=None):
    if isinstance(value, dict):
        for key, one in value.items():
            yield from texts_in(one, key if key in LANGUAGES else lang)
    elif isinstance(value, list):
        for one in value:
            yield from texts_in(one, lang)
    elif isinstance(value, str):
        yield lang, value


@pytest.mark.parametrize("name", ["words", "data/entity_types", "data/contradictions.nn"])
def test_nynorsk_is_nynorsk(name):
    read = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
    own = "nn" if name.endswith(".nn") else None
    found = [text for lang, text in texts_in(read, own) if lang == "nn"]

    assert len(found) > 25
    assert {text: words for text in found if (words := bokmaal_words(text))} == {}


def test_every_word_of_the_site_is_there_in_every_language():
    words = tomllib.loads((HERE / "words.toml").read_text("utf-8"))

    assert {key for key, one in words.items() if set(one) != set(LANGUAGES)} == set()


def test_what_is_written_is_the_same_every_time(staged, tmp_path):
    build.stage(tmp_path / "_pages", REGISTRY)
    files = [file for file in staged.rglob("*") if file.is_file()]

    assert len(files) > 300
    for file in files:
        again = tmp_path / "_pages" / file.relative_to(staged)
        assert again.read_bytes() == file.read_bytes()


def test_a_page_that_nobody_names_stops_the_build():
    parts = (navigation.Part({"en": "Home"}, ("index.md",)),)

    with pytest.raises(navigation.NavigationError, match=r"how-to/lost\.md"):
        navigation.navigation("en", {"index.md": "Home", "how-to/lost.md": "Lost"}, {}, parts)


def test_a_name_without_a_page_stops_the_build():
    parts = (navigation.Part({"en": "Guides"}, ("guides/*.md", "gone.md")),)

    with pytest.raises(navigation.NavigationError, match=r"gone\.md"):
        navigation.check_names({"guides/a.md"}, parts)


def test_the_navigation_groups_what_is_made_and_keeps_the_order():
    parts = (
        navigation.Part({"en": "Home"}, ("index.md",)),
        navigation.Part(
            {"en": "Guides"},
            ("guides/b.md", navigation.Part({"en": "More"}, ("more/*.md",)), "guides/*.md"),
        ),
        navigation.Part({"en": "Rules"}, (), "rules"),
    )
    own = {"index.md": "Home", "guides/a.md": "A", "guides/b.md": "B", "more/c.md": "C"}
    made = [
        Page("rules/index.md", "Rules", ""),
        Page("rules/X.md", "X: Long", "", "X", "Xs"),
        Page("rules/Y.md", "Y", "", "", "Xs"),
    ]

    assert navigation.navigation("en", own, {"rules": made}, parts) == [
        {"Home": "index.md"},
        {"Guides": [{"B": "guides/b.md"}, {"More": [{"C": "more/c.md"}]}, {"A": "guides/a.md"}]},
        {
            "Rules": [
                {"Rules": "rules/index.md"},
                {"Xs": [{"X": "rules/X.md"}, {"Y": "rules/Y.md"}]},
            ]
        },
    ]


def staged_page(tmp_path, monkeypatch, text):
    docs = tmp_path / "docs"
    (docs / "nb").mkdir(parents=True)
    (tmp_path / "README.md").write_text("# Readme", "utf-8")
    (docs / "picture.svg").write_text("<svg/>", "utf-8")
    (docs / "nb" / "index.md").write_text("# Forside", "utf-8")
    (docs / "how-to").mkdir()
    (docs / "how-to" / "page.md").write_text(text, "utf-8")
    monkeypatch.setattr(staging, "DOCS", docs)
    monkeypatch.setattr(staging, "ROOT", tmp_path)
    pages = {"en": {"how-to/page.md", "rules/ACT001.md"}, "nb": {"index.md"}, "nn": set()}
    staging.Stage("en", tmp_path / "out", pages).take()
    return (tmp_path / "out" / "how-to" / "page.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("link", "becomes"),
    [
        ("[a](../rules/ACT001.md#mend)", "[a](../rules/ACT001.md#mend)"),
        ("[a\nb](../nb/index.md)", "[a\nb](../../nb/index.html)"),
        ("[a](../../README.md)", "a"),
        ("![a](../picture.svg)", "![a](../picture.svg)"),
        ("[a](https://example.org/x)", "[a](https://example.org/x)"),
        ("[a](#here)", "[a](#here)"),
        ("```\n[a](nowhere.md)\n```", "```\n[a](nowhere.md)\n```"),
    ],
)
def test_a_link_of_a_page_is_made_right(tmp_path, monkeypatch, link, becomes):
    assert staged_page(tmp_path, monkeypatch, f"# T\n\n{link}\n") == f"# T\n\n{becomes}\n"


def test_a_dead_link_stops_the_build(tmp_path, monkeypatch):
    with pytest.raises(staging.DeadLinkError, match=r"docs/how-to/page\.md: gone\.md"):
        staged_page(tmp_path, monkeypatch, "[a](gone.md)")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('<a href="gone.html">x</a>', "gone.html leads nowhere"),
        ('<a href="#gone">x</a>', "#gone leads to no place on that page"),
        ('<a href="other.html#gone">x</a>', "other.html#gone leads to no place on that page"),
        ('<script src="https://example.org/x.js"></script>', "<script> asks https://example.org"),
        ('<img src="//example.org/x.png">', "<img> asks //example.org"),
        ("<style>a{background:url(https://example.org/x)}</style>", "asks another host"),
        ("<p>Year {year}</p>", "{year} was left in a text"),
        ("<td>None</td>", "None"),
        ("<p>Year: None</p>", "None"),
    ],
)
def test_what_is_wrong_with_a_built_page_is_seen(tmp_path, body, problem):
    (tmp_path / "nb").mkdir()
    page = f'<html lang="nb"><body>{body}</body></html>'
    (tmp_path / "nb" / "page.html").write_text(page, "utf-8")
    (tmp_path / "nb" / "other.html").write_text('<html lang="nb"><b id="x"></b></html>', "utf-8")

    (found,) = checking.problems(tmp_path)
    assert problem in found


def test_a_right_page_has_nothing_wrong(tmp_path):
    (tmp_path / "nn").mkdir()
    page = (
        '<html lang="nn"><body><b id="a.b"></b><a href="#a.b">x</a><code>{year} None</code>'
        '<a href="https://example.org">x</a> None of it.</body></html>'
    )
    (tmp_path / "nn" / "page.html").write_text(page, "utf-8")

    assert checking.problems(tmp_path) == []


def test_a_page_in_another_language_than_its_folder_is_seen(tmp_path):
    (tmp_path / "nn").mkdir()
    (tmp_path / "nn" / "page.html").write_text('<html lang="nb"></html>', "utf-8")

    assert checking.problems(tmp_path) == ["nn/page.html: its language is not nn"]


@in_each_language
def test_a_form_is_found_by_its_number_and_listed_by_it(staged, lang):
    page = text_of(staged / lang / "forms/national-competence-service-new-2024.md")
    overview = text_of(staged / lang / "forms/index.md")
    places = [overview.index(f"Mal {number} av 9") for number in range(1, 10)]
    assert "Mal 4 av 9" in page
    assert places == sorted(places)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pages_of_rules_and_forms_agree_on_where_a_rule_speaks(staged, lang):
    """Only a rule that is for other years than the form's page may be left out of that page."""
    words = tomllib.loads((HERE / "words.toml").read_text("utf-8"))
    for form in built_in().templates.values():
        edition = form.editions[-1]
        page = (staged / lang / forms.path_of(form, edition)).read_text("utf-8")
        for rule in built_in().rules.values():
            on_form = f'id="rhf-rule-{rule.code}"' in page
            told = (staged / lang / rules.path_of_rule(rule.code)).read_text("utf-8")
            on_rule = f"forms/{form.id}-{edition.id}." in told or words["all-forms"][lang] in told
            assert on_form == on_rule or (on_rule and rule.code == "ACT002"), (form.id, rule.code)


def test_a_form_that_is_proposed_says_so_in_the_overview(staged):
    page = text_of(staged / "nb" / forms.INDEX)
    for row in page.split("<tr>"):
        if "Regionale kompetanse" in row:
            assert "vårt forslag" in row


def test_a_rule_says_which_years_it_is_for_and_leads_to_its_statements(staged):
    page = (staged / "nb" / rules.path_of_rule("ACT001")).read_text("utf-8")
    assert "Gjelder rapportår 2024" in text_of(staged / "nb" / rules.path_of_rule("ACT001"))
    assert "Gjelder rapportår etter 2024" in text_of(staged / "nb" / rules.path_of_rule("ACT002"))
    assert "Gjelder rapportår" not in text_of(staged / "nb" / rules.path_of_rule("EVA001"))
    assert page.count('#S003-096"') == 2


def test_a_build_that_takes_too_long_leaves_nothing_running(monkeypatch):
    started = []

    def asleep(_config):
        process = subprocess.Popen(
            [sys.executable, "-c", "import time; time.sleep(60)"],
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        started.append(process)
        return process

    monkeypatch.setattr(zensical, "start", asleep)
    with pytest.raises(subprocess.TimeoutExpired):
        zensical.run_all([Path("zensical.nb.toml"), Path("zensical.nn.toml")], longest=0.2)
    assert [process.poll() is None for process in started] == [False]


def test_a_plain_table_can_stack_and_stays_a_table():
    page = (
        "<table>\n<thead>\n<tr>\n<th>a &amp; b</th>\n<th>c</th>\n</tr>\n</thead>\n<tbody>\n"
        '<tr>\n<td>1</td>\n<td style="text-align: right;"></td>\n</tr>\n</tbody>\n</table>'
    )
    made = mending.stacked(page)

    assert '<td role="cell" data-label="a &amp; b">1</td>' in made
    assert '<td role="cell" data-label="c" data-empty="" style="text-align: right;"></td>' in made
    assert made.count('role="columnheader"') == made.count('role="row"') == 2
    assert mending.stacked(made) == made
    assert text_in(made) == text_in(page)


def text_in(page):
    return re.sub(r"<[^>]+>|\s", "", page)


def test_the_page_before_and_after_a_form_is_named_whole():
    page = (
        '<a href="./b-2023.html" class="md-footer__link md-footer__link--next" '
        'aria-label="Neste: 2023"><div class="md-ellipsis">\n2023\n</div></a>'
    )
    made = mending.neighbours(page, "forms/b-2024.html", {"forms/b-2023.html": "B, 2023"}.get)

    assert 'aria-label="Neste: B, 2023"' in made
    assert '<div class="md-ellipsis">B, 2023</div>' in made
    assert mending.neighbours(page, "rules/b-2024.html", {}.get) == page


def test_a_search_finds_a_question_on_the_newest_page_and_an_old_page_by_its_name():
    paths = {"forms/a-2023.html", "forms/a-2024.html", "forms/archive-2009.html", "index.html"}
    items = [
        {"location": f"{path}{place}", "level": level}
        for path in sorted(paths)
        for place, level in (("", 1), ("#x", 2))
    ]
    found = [item["location"] for item in mending.searched(items, paths)]

    assert set(found) == {
        *("forms/a-2023.html", "forms/archive-2009.html"),
        *("forms/a-2024.html", "forms/a-2024.html#x", "index.html", "index.html#x"),
    }
    assert found[:2] == ["forms/archive-2009.html", "forms/a-2023.html"]


@in_each_language
def test_the_search_speaks_the_language(lang):
    script = 'N("input",{"aria-label":"Search",placeholder:"Search"}),a="No results"'
    said = mending.spoken(script, lang)

    assert ("Ingen treff" in said) is (lang != "en")
    assert said.count('"Søk"') == (0 if lang == "en" else 2)


def test_a_block_with_prompts_is_a_session(tmp_path, monkeypatch):
    page = "# T\n\n```python\n>>> 1\n1\n\n```\n\n```python\nx = 1\n```\n"

    assert staged_page(tmp_path, monkeypatch, page) == page.replace("python\n>>>", "pycon\n>>>")
