"""What pyright knows of the types of public names, where a distribution is installed."""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from support.environments import python_in
from support.pythons import FailedError, run


def untyped(report: Mapping[str, Any]) -> list[str]:
    """Name the public names of which the type is not known, or not to all checkers alike.

    Examples:
        >>> one = {"name": "a.b", "isExported": True, "isTypeKnown": True}
        >>> two = {"name": "a.c", "isExported": True, "isTypeKnown": False}
        >>> untyped({"symbols": [one, two]})
        ['a.c']
    """
    return [
        one["name"]
        for one in report["symbols"]
        if one["isExported"] and (not one["isTypeKnown"] or one.get("isTypeAmbiguous"))
    ]


def known_types(environment: Path, package: str, work: Path) -> int:
    """Count the public names of a package, all of which have a type that pyright knows.

    Args:
        environment: Where the package is installed.
        package: Its import name.
        work: A folder to run in.

    Raises:
        FailedError: It does not know them all, or does not find the package there.
    """
    pyright = Path(sys.executable).with_name("pyright")
    if not pyright.exists():
        raise FailedError("pyright is not here; add: --group distributions")
    # It looks where the first Python on the path looks.
    path = {"PATH": f"{python_in(environment).parent}{os.pathsep}{os.environ['PATH']}"}
    command = [pyright, "--verifytypes", package, "--ignoreexternal", "--outputjson"]
    report = json.loads(run(command, work, path, fine=(0, 1)))["typeCompleteness"]
    known: int = report["exportedSymbolCounts"]["withKnownType"]
    where = report.get("packageRootDirectory") or ""
    if not known or not Path(where).is_relative_to(environment):
        raise FailedError(f"pyright finds no {package} with types in {environment}")
    if report["completenessScore"] != 1:
        names = ", ".join(untyped(report))
        raise FailedError(f"{report['completenessScore']:.2%} of {package}: not {names}")
    return known
