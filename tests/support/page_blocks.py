"""What stands on a page of the docs is done, in order, in a folder of the page's own.

Three kinds of blocks beside Python:

* ``console``: each line that begins with ``$ rhf-services`` is run, and what it says must stand
  below it. A line of a single ``…`` stands for lines that are left out.
* any block with ``title="name"``: a file; it is written, so that the commands find it.
* ``invisible-code-block: python`` in a comment: what a reader does by hand, in a spreadsheet, say.
"""

import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from subprocess import PIPE, STDOUT
from typing import Any

from sybil import Document, Example, Region

ROOT = Path(__file__).parent.parent.parent
BLOCK = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r'title="(?P<name>[^"]+)"')
LEFT_OUT = "…"
RUN = ("$ rhf-services ", "$ python ")
PLACES = ("examples", "plugins")


def enter(namespace: dict[str, Any]) -> None:
    """Go to an empty folder that has the examples, as somebody at the root of the project would.

    A module that a page shows as a file can be imported from there.
    """
    folder = tempfile.TemporaryDirectory()
    for place in PLACES:
        Path(folder.name, place).symlink_to(ROOT / place)
    namespace["_page"] = (folder, Path.cwd())
    os.chdir(folder.name)
    sys.path.insert(0, folder.name)


def leave(namespace: dict[str, Any]) -> None:
    """Go back."""
    folder, before = namespace.pop("_page")
    os.chdir(before)
    sys.path.remove(folder.name)
    folder.cleanup()


def console_blocks(document: Document) -> Iterator[Region]:
    """Find what is typed in a terminal."""
    for found in BLOCK.finditer(document.text):
        if found["info"].split()[:1] == ["console"] and found["body"].startswith(RUN):
            yield Region(found.start(), found.end(), found["body"], _run_block)


def file_blocks(document: Document) -> Iterator[Region]:
    """Find the files that a page shows; Python with a prompt is run, and never a file."""
    for found in BLOCK.finditer(document.text):
        if title := TITLE.search(found["info"]):
            yield Region(found.start(), found.end(), (title["name"], found["body"]), _write)


def files_of(page: Path) -> dict[str, str]:
    """Give the files a page shows, by name."""
    found = ((TITLE.search(one["info"]), one["body"]) for one in BLOCK.finditer(page.read_text()))
    return {title["name"]: body for title, body in found if title}


def commands_of(body: str) -> list[tuple[str, str]]:
    """Give each command of a block with what should be said below it."""
    told: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            told.append((line[2:], []))
        elif told[-1][0].endswith("\\"):
            told[-1] = (told[-1][0][:-1] + line.strip(), [])
        else:
            told[-1][1].append(line.rstrip())
    return [(command, "\n".join(lines).strip("\n")) for command, lines in told]


def run(command: str) -> str:
    """Run one command in this process, and give what it says."""
    words = shlex.split(command)
    to = words.pop() if words[-2:-1] == [">"] else None
    words = words[:-1] if to else words
    said = _of_a_script(words[1:]) if words[0] == "python" else _of_a_command(words[1:])
    if to:
        Path(to).write_text(said, encoding="utf-8")
        return ""
    return "\n".join(line.rstrip() for line in said.splitlines()).strip("\n")


def _of_a_script(words: list[str]) -> str:
    done = subprocess.run(
        [sys.executable, *words], stdout=PIPE, stderr=STDOUT, encoding="utf-8", check=False
    )
    return done.stdout


def _of_a_command(words: list[str]) -> str:
    """Run the command line in this process, 80 signs wide, with nothing on standard input."""
    from rhf_services.cli import app as application

    written = io.BytesIO()
    out = io.TextIOWrapper(written, "utf-8", newline="\n")
    before = sys.stdin, os.environ.get("COLUMNS")
    sys.stdin = io.TextIOWrapper(io.BytesIO(), "utf-8")
    os.environ["COLUMNS"] = "80"
    try:
        with redirect_stdout(out), redirect_stderr(out):
            _leaving(lambda: application.run(application.app, words))
    finally:
        sys.stdin = before[0]
        os.environ.pop("COLUMNS")
        if before[1] is not None:
            os.environ["COLUMNS"] = before[1]
    out.flush()
    return written.getvalue().decode()


def same(expected: str, said: str) -> bool:
    """Compare, where ``…`` on a line of its own stands for any lines."""
    parts = [re.escape(part) for part in re.split(rf"^{LEFT_OUT}$", expected, flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*?.*".join(parts), said) is not None


def _leaving(call: Callable[[], object]) -> None:
    try:
        call()
    except SystemExit:
        return


def _run_block(example: Example) -> str | None:
    for command, expected in commands_of(example.parsed):
        said = run(command)
        if not same(expected, said):
            return f"$ {command}\n-- stands on the page:\n{expected}\n-- is said:\n{said}\n"
    return None


def _write(example: Example) -> None:
    name, body = example.parsed
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(body, encoding="utf-8")
