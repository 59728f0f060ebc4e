"""The field: documents, kinds of entities, statements, contradictions and the glossary."""

from collections.abc import Iterator
from typing import Any, Final

from maker import documents, entity_types, statements
from maker.blocks import heading, paragraph, table, terms
from maker.site import Page, Site, data, esc, link
from rhf_services.i18n.languages import LANGUAGE_NAMES, LANGUAGES

INDEX: Final = "field/index.md"
CONTRADICTIONS: Final = "field/contradictions.md"
GLOSSARY: Final = "field/glossary.md"


def pages(site: Site) -> Iterator[Page]:
    """Make the pages about the field."""
    made = [
        *documents.pages(site),
        *entity_types.pages(site),
        statements.page(site),
        Page(CONTRADICTIONS, site.word("contradictions"), _contradictions(site)),
        Page(GLOSSARY, site.word("glossary"), _glossary(site)),
    ]
    yield Page(INDEX, site.word("field"), _overview(site, made))
    yield from made


def _overview(site: Site, made: list[Page]) -> str:
    rows = [
        (link(INDEX, path, site.word(key)), esc(site.word(f"{key}-about")))
        for key, path in (
            ("documents", documents.INDEX),
            ("entity-types", entity_types.INDEX),
            ("statements", statements.PATH),
            ("contradictions", CONTRADICTIONS),
            ("glossary", GLOSSARY),
        )
        if any(page.path == path for page in made)
    ]
    head = (site.word("page"), site.word("what"))
    return paragraph(site.word("field-about"), "lead") + table(site.word("field"), head, rows)


def contradictions(site: Site) -> dict[str, dict[str, Any]]:
    """Give the contradictions in the site's language; where they are read is told once."""
    whole = data("contradictions.en")
    own = data(f"contradictions.{site.lang}")
    return {id_: {**whole[id_], "rows": whole[id_]["rows"], **own[id_]} for id_ in whole}


def _contradictions(site: Site) -> str:
    made = paragraph(site.word("contradictions-lead"), "lead")
    for id_, one in contradictions(site).items():
        otherwise = one.get("otherwise") or site.word("nothing-to-choose")
        rows = [
            (site.word("they-say"), _code(one["says"])),
            (site.word("chosen"), _code(one["chosen"])),
            (site.word("otherwise"), _code(otherwise)),
        ]
        if one["rows"]:
            rows.append((site.word("statements"), statements.links(CONTRADICTIONS, one["rows"])))
        made += heading(2, f"{id_} {one['title']}", id_.lower()) + terms(rows)
    return made


def _code(text: str) -> str:
    """Make the names of fields, in backticks, stand out as code."""
    pieces = esc(text).split("`")
    return "".join(f"<code>{one}</code>" if at % 2 else one for at, one in enumerate(pieces))


def _glossary(site: Site) -> str:
    known = sorted(data("glossary")["term"], key=lambda one: _sorted_by(one, site.lang))
    order = [site.lang, *(lang for lang in LANGUAGES if lang != site.lang)]
    head = [*(LANGUAGE_NAMES[lang] for lang in order), site.word("official")]
    rows = [
        (
            *(_in(one[lang], lang, site.lang) for lang in order),
            _in(one["official"], "en", site.lang) if "official" in one else "",
        )
        for one in known
    ]
    return paragraph(site.word("glossary-lead"), "lead") + table(site.word("glossary"), head, rows)


def _sorted_by(term: dict[str, str], lang: str) -> str:
    """Sort as the alphabet goes, with æ, ø and å last."""
    plain = term[lang].casefold().removeprefix("the ")
    return plain.translate(str.maketrans("æøå", "{|}"))


def _in(text: str, lang: str, page: str) -> str:
    return esc(text) if lang == page else f'<span lang="{lang}">{esc(text)}</span>'
