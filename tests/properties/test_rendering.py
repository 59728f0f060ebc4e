"""Whatever somebody wrote comes out as text: no element, no attribute, no crash is made of it."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.checks import built_in
from support.full_report import FULL
from support.pages import Page, leaves, report_with, stands_right

from rhf_services import Case, check, dumps, loads_case
from rhf_services.render import Reader, fragment_styles, html_fragment, html_page, render_report
from rhf_services.render.document import Document, Paragraph
from rhf_services.render.markup import without_markup
from rhf_services.render.plain import REPLACED, plain
from rhf_services.render.text import Run, runs
from rhf_services.testing import cases, good_cases

HOSTILE = (
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "<!-- --><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "&lt;b&gt; &amp; &#60;",
    "{{ 7 * 7 }}{% raw %}{# #}",
    "]]></section></main>",
    "rapport\u202efdp.exe\u2066\x00\x1b[2J\ud800",
    "\r\nto linjer\u2028tre",
)
KEPT = {("format",), ("template",), ("edition",)}
PLACES = [at for at in leaves(FULL) if at not in KEPT]

readers = st.sampled_from([str(reader) for reader in Reader])
languages = st.sampled_from(["nb", "nn", "en"])


def page_of(texts, reader, lang="nb"):
    case = Case(report=report_with(FULL, texts))
    return html_page(render_report(case, check(case, built_in()), built_in(), reader, lang=lang))


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_in_every_place_come_out_as_text(hostile, reader):
    marks = {at: f"{hostile}kanari{number:04}" for number, at in enumerate(PLACES)}
    calm = {at: f"kanari{number:04}" for number, at in enumerate(PLACES)}
    page, expected = Page(page_of(marks, reader)), Page(page_of(calm, reader))

    assert page.shape == expected.shape
    seen = [calm[at] for at in PLACES if calm[at] in expected.text]
    for mark in seen:
        as_it_is = plain(hostile + mark)
        quoted = json.dumps(hostile + mark, ensure_ascii=False)[
            1:-1
        ]  # within a value shown as JSON
        assert as_it_is in page.text or plain(quoted) in page.text
    stands_right(page)


@given(st.text(max_size=60), readers)
@example("\ud800\udfff", "host")
@settings(max_examples=60)
def test_any_text_anywhere_makes_the_same_page(text, reader):
    shape = Page(page_of(dict.fromkeys(PLACES, "kanari"), reader)).shape
    written = f"k{text}"  # not blank, and no old system's HTML
    page = page_of(dict.fromkeys(PLACES, written), reader)

    assert Page(page).shape == shape
    page.encode()


@given(cases(built_in()), readers, languages)
@settings(max_examples=150)
def test_nothing_that_a_report_may_hold_stops_the_page(case, reader, lang):
    verdict = check(case, built_in())
    document = render_report(case, verdict, built_in(), reader, lang=lang)
    page = html_page(document)
    page.encode()
    stands_right(Page(page))
    stands_right(Page(html_fragment(document)), top=2)
    assert page == html_page(render_report(case, verdict, built_in(), reader, lang=lang))


@given(
    st.sampled_from(sorted(built_in().templates)).flatmap(lambda id_: good_cases(built_in(), id_)),
    languages,
)
@settings(max_examples=50)
def test_the_texts_of_a_good_report_are_on_the_page_of_its_lead(document, lang):
    case = loads_case(dumps(document)).case
    verdict = check(case, built_in())
    page = Page(html_page(render_report(case, verdict, built_in(), "lead", lang=lang)))
    for raw in case.report.answers.values():
        if isinstance(raw, str) and raw.strip():
            assert plain(without_markup(raw)) in page.text


@given(st.text())
def test_a_text_made_plain_stays_as_it_is(text):
    once = plain(text)
    assert plain(once) == once
    once.encode()
    letters = [sign for sign in text if sign.isprintable()]
    assert [sign for sign in once if sign.isprintable() and sign != REPLACED] == [
        sign for sign in letters if sign != REPLACED
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>En</p><p>To</p>", "En\n\nTo"),
        ("<div>En<br/>To</div>", "En\nTo"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<p>3 &lt; 4 &amp; å</p><script>alert(1)</script>", "3 < 4 & å"),
        ('<p onclick="x()">Hei <img src=x onerror=y></p>', "Hei"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n\n- b"),
        ("<p-verdi under 0,05", "<p-verdi under 0,05"),
        ("<b>uten slutt", "<b>uten slutt"),
        ("a < b og b > c", "a < b og b > c"),
        ("Hei <b>du</b>", "Hei du"),
        ("Kurs.<br><br>Mer &amp; annet", "Kurs.\n\nMer & annet"),
        ("<p-verdi 0,05 og <b>lite</b>", "<p-verdi 0,05 og lite"),
        ("<p>a<b og c<5</p>", "a<b og c<5"),
        ("Skriv <b> for fet skrift", "Skriv <b> for fet skrift"),
        ("a &lt; b &amp; c", "a &lt; b &amp; c"),
        (
            "<p>Tall:</p><table><tr><td>Nord</td><td>12</td></tr><tr><td>Vest</td><td>3</td></tr>",
            "Tall:\n\nNord | 12\nVest | 3",
        ),
        (
            "<table><tr>\n <th><p>Sted</p></th>\n <th>Antall</th></tr></table>Slutt",
            "Sted | Antall\n\nSlutt",
        ),
        (
            "<table><tbody><tr><td>Nord</td><td></td><td>12<br>13</td></tr></tbody></table>",
            "Nord | | 12 13",
        ),
        ("<dl><dt>A</dt><dd>En</dd><dt>B</dt><dd>To</dd></dl>", "A\nEn\nB\nTo"),
        ("<p>En</p><pre>a\n  b</pre>c<hr>d", "En\n\na\nb\n\nc\n\nd"),
        ("<blockquote>Sagt</blockquote>av noen", "Sagt\n\nav noen"),
        ("<ol><li><p>a</p></li>\n<li><div>b</div></li></ol>", "1. a\n\n2. b"),
        ('Se <a href="https://example.org/x">siden</a>.', "Se siden (https://example.org/x)."),
        ('<a href="https://example.org/">example.org</a>', "example.org"),
        ('<a href="mailto:kari@example.org">kari@example.org</a>', "kari@example.org"),
        ('<p><a href="javascript:alert(1)">Hei</a> <a href="#a">du</a></p>', "Hei du"),
    ],
)
def test_what_an_old_system_kept_as_html_is_read_as_text(html, text):
    assert without_markup(html) == text


words = st.from_regex("[a-zæøå0-9,-]{1,8}", fullmatch=True)


@given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=4))
def test_the_fields_of_an_old_table_stand_apart_and_its_rows_on_lines(rows):
    cells = ("".join(f"<td><p>{cell}</p></td>" for cell in row) for row in rows)
    html = f"<table>{''.join(f'<tr>{several}</tr>' for several in cells)}</table>"
    assert without_markup(html) == "\n".join(" | ".join(row) for row in rows)


@given(st.text())
def test_reading_html_never_stops(text):
    without_markup(text)
    assert "<p" not in without_markup(f"<p>{text.replace('<', '').replace('&', '')}</p>")


def test_styles_of_a_fragment_reach_nothing_else():
    rules = fragment_styles().replace("*/", "}").split("}")
    for rule in rules:
        selector = rule.partition("{")[0].strip()
        if "{" in rule and not selector.startswith("@"):
            assert selector.startswith(".rhf"), selector


def test_paper_is_never_dark():
    page = html_page(Document("nb", runs("t"), "k", ()))
    assert page.count("@media screen and (prefers-color-scheme:dark)") == page.count(
        "(prefers-color-scheme:dark)"
    )


def test_a_run_keeps_what_others_wrote_apart():
    document = Document("nb", runs("t"), "k", (Paragraph((Run("\u05d0", theirs=True),)),))
    assert "<bdi>\u05d0</bdi>" in html_fragment(document)
