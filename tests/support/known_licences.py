"""Licences that somebody has looked at, and where they stand."""

from typing import Final, NamedTuple


class Licence(NamedTuple):
    """A licence that goes together with ours, and why."""

    name: str
    why: str


FREE: Final = "asks for its notice to be kept where its code is passed on"
COMPATIBLE: Final = {
    "Apache-2.0": Licence("Apache License 2.0", FREE),
    "Apache-2.0 OR BSD-2-Clause": Licence("either of the two, as one likes", FREE),
    "BSD-2-Clause": Licence("BSD, two clauses", FREE),
    "BSD-3-Clause": Licence("BSD, three clauses", FREE),
    "LGPL-2.1-or-later": Licence(
        "GNU Lesser General Public License, 2.1 or later",
        "may be used by programs under any licence, as long as whoever receives them can change "
        "the library itself; it is installed beside ours, as its own source files, so they can",
    ),
    "ISC": Licence("ISC", FREE),
    "MIT": Licence("MIT", FREE),
    "MIT AND PSF-2.0": Licence("both of the two", FREE),
    "MPL-2.0": Licence("Mozilla Public License 2.0", "asks that its own files stay under it"),
    "MPL-2.0 AND (Apache-2.0 OR MIT)": Licence(
        "Mozilla Public License 2.0 for some files, either of the others for the rest",
        "as MPL-2.0 and the other",
    ),
    "PSF-2.0": Licence("Python Software Foundation License 2", FREE),
}

WRITTEN_AS: Final = {
    "Apache 2.0": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "MIT License": "MIT",
    "MIT license": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "PSFL": "PSF-2.0",
}
"""What metadata says where it does not say it in SPDX. "BSD License" or "LGPL" is not enough."""


class Read(NamedTuple):
    """A licence that metadata leaves open, read in the library's own files."""

    licence: str
    file: str
    words: str


READ: Final = {
    "ghp-import": Read("Apache-2.0", "LICENSE", "Version 2.0, January 2004"),
    "jinja2": Read(
        "BSD-3-Clause", "LICENSE.txt", "3.  Neither the name of the copyright holder nor the names"
    ),
    "nodeenv": Read(
        "BSD-3-Clause", "LICENSE", "* The names of the contributors may not be used to endorse or"
    ),
    "python-stdnum": Read(
        "LGPL-2.1-or-later",
        "stdnum/__init__.py",
        "# version 2.1 of the License, or (at your option) any later version.",
    ),
    "regexploit": Read("Apache-2.0", "LICENSE", "Version 2.0, January 2004"),
    "rfc8785": Read("Apache-2.0", "LICENSE", "Version 2.0, January 2004"),
}

ELSEWHERE: Final = {
    "atheris": "Apache-2.0",
    "colorama": "BSD-3-Clause",
    "coverage": "Apache-2.0",
    "distributed": "BSD-3-Clause",
    "griffe-fieldz": "BSD-3-Clause",
    "hatchling": "MIT",
    "import-linter": "BSD-2-Clause",
    "jsonschema-rs": "MIT",
    "mkdocstrings-python": "ISC",
    "msgspec": "BSD-3-Clause",
    "mutmut": "BSD-3-Clause",
    "mypy": "MIT",
    "openapi-spec-validator": "Apache-2.0",
    "playwright": "Apache-2.0",
    "pydantic": "MIT",
    "pyright": "MIT",
    "regexploit": "Apache-2.0",
    "rfc3339-validator": "MIT",
    "ruff": "MIT",
    "schemathesis": "MIT",
    "starlette": "BSD-3-Clause",
    "types-openpyxl": "Apache-2.0",
    "uvicorn": "BSD-3-Clause",
    "zensical": "MIT",
}
"""What is not installed everywhere: on Windows alone, for a build, or with a group of tools."""
