"""Writing Zensical's configuration for a language, and running it strictly."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from maker.site import HERE, Site
from rhf_services.i18n.languages import LANGUAGE_NAMES

FEATURES: Final = (
    "content.code.copy",
    "navigation.footer",
    "navigation.indexes",
    "navigation.prune",
    "navigation.tabs",
    "navigation.top",
    "search.highlight",
    "toc.follow",
)
TEMPLATE: Final = """\
[project]
site_name = {name}
site_description = {about}
docs_dir = {lang}
site_dir = {into}
use_directory_urls = false
extra_css = ["assets/rhf.css", "assets/site.css"]
extra_javascript = ["assets/site.js"]
nav = {nav}

[project.theme]
language = {lang}
font = false
logo = "assets/logo.svg"
favicon = "assets/favicon.svg"
features = {features}

[[project.theme.palette]]
media = "(prefers-color-scheme: light)"
scheme = "default"
toggle.icon = "lucide/sun"
toggle.name = {to_dark}

[[project.theme.palette]]
media = "(prefers-color-scheme: dark)"
scheme = "slate"
toggle.icon = "lucide/moon"
toggle.name = {to_light}

[project.extra]
generator = false
alternate = [{alternate}]

[project.markdown_extensions]
admonition = {{}}
attr_list = {{}}
def_list = {{}}
md_in_html = {{}}
tables = {{}}
toc = {{ permalink = true, permalink_title = "#", toc_depth = "2-4" }}
"pymdownx.details" = {{}}
"pymdownx.highlight" = {{}}
"pymdownx.inlinehilite" = {{}}
"pymdownx.superfences" = {{}}
"pymdownx.tabbed" = {{ alternate_style = true }}
"""
OBJECTS: Final = """
[project.plugins.mkdocstrings.handlers.python]
inventories = []
paths = [{source}]

[project.plugins.mkdocstrings.handlers.python.options]
docstring_style = "google"
docstring_options = { returns_multiple_items = false }
filters = ["!^_"]
extensions = [
  { "griffe_fieldz" = { include_inherited = false, add_fields_to = "docstring-attributes" } },
]
show_source = false
show_root_heading = true
show_root_full_path = false
members_order = "source"
separate_signature = true
show_signature_annotations = true
signature_crossrefs = true
show_symbol_type_heading = true
show_symbol_type_toc = true
"""


def write_config(site: Site, nav: list[Any], folder: Path) -> Path:
    """Write the configuration of a language.

    Args:
        site: The site in the language.
        nav: Its navigation.
        folder: The folder that holds the pages of all languages.
    """
    alternate = ", ".join(
        f"{{ name = {_toml(name)}, link = {_toml(f'../{lang}/index.html')}, lang = {_toml(lang)} }}"
        for lang, name in LANGUAGE_NAMES.items()
    )
    text = TEMPLATE.format(
        name=_toml(site.word("site-name")),
        about=_toml(site.word("about-site")),
        lang=_toml(site.lang),
        into=_toml(f"built/{site.lang}"),
        nav=_toml(nav),
        features=_toml(list(FEATURES)),
        to_dark=_toml(site.word("to-dark")),
        to_light=_toml(site.word("to-light")),
        alternate=alternate,
    )
    file = folder / f"zensical.{site.lang}.toml"
    objects = OBJECTS.replace("{source}", _toml(str(HERE.parents[1] / "src")))
    file.write_text(text + (objects if site.lang == "en" else ""), "utf-8")
    return file


def run_all(configs: list[Path], longest: float = 300) -> list[str]:
    """Run Zensical on several configurations, strictly, and leave nothing running.

    One after the other: they share a cache, and one that cleans it takes it from the others.

    Args:
        configs: The configurations.
        longest: How many seconds each is waited for.

    Returns:
        What went wrong, one for each that did.

    Raises:
        subprocess.TimeoutExpired: One took longer.
    """
    wrong = []
    for config in configs:
        process = start(config)
        try:
            said, _ = process.communicate(timeout=longest)
        finally:
            if process.poll() is None:
                process.kill()
                process.communicate()
        if process.returncode:
            wrong.append(f"{config.name}:\n{said}")
    return wrong


def start(config: Path) -> "subprocess.Popen[str]":
    """Start Zensical, strictly."""
    program = Path(sys.executable).with_name("zensical")
    return subprocess.Popen(  # noqa: S603  (our own program, our own arguments)
        [program, "build", "--clean", "--strict", "-f", config.name],
        cwd=config.parent,
        env={**os.environ, "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def _toml(value: Any) -> str:
    """Write a value as TOML; its strings are written as JSON's are."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_toml(key)} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)
