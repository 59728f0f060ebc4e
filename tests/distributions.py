"""Build all three distributions, and prove that they are whole and work where they are installed.

    python tests/distributions.py [all]

Wheels and sdists are built and looked into. They are installed into empty environments: with the
lowest allowed and the newest dependencies, on Python 3.11 and the newest here, without extras and
with each of them; and used there, outside the source tree. Tests run against what is installed.
Without "all" it is a part of that, such as `.ci/run` has time for.
"""

import shutil
import sys
import tarfile
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final, NamedTuple

from support.distribution_files import (
    differences,
    faults_in_sdist,
    faults_in_wheel,
    sdist_files,
    tree_files,
    wheel_files,
)
from support.environments import Environment, python_in, said
from support.public_types import known_types
from support.pythons import FailedError, Version, pythons, run, uv

ROOT: Final = Path(__file__).parents[1]
PROBE: Final = ROOT / "tests" / "support" / "installed.py"
ALL_EXTRAS: Final = ("cli", "fast", "testing")

WITHOUT: Final = ("test_house.py", "test_licences.py")
"""Tests about the source tree and the tools around it, not about what is installed."""

ALL_TESTS: Final = ("tests", "plugins", "docs", "README.md")
PART: Final = ("tests/unit", "tests/contracts/test_rules.py")
PART_OF_SDIST: Final = (
    "tests/unit/model",
    "tests/unit/wire",
    "tests/test_examples.py",
    "README.md",
)


class Distribution(NamedTuple):
    """One of the three.

    Attributes:
        folder: Where its pyproject.toml is.
        in_sdist: Folders that its sdist has, beside ``src``.
        in_wheel: Folders that its wheel has beside its package, by where they go.
    """

    folder: Path
    in_sdist: tuple[str, ...] = ("tests",)
    in_wheel: dict[str, Path] = {}  # noqa: RUF012  (never changed)

    @property
    def project(self) -> dict[str, Any]:
        """The table [project] of its pyproject.toml."""
        text = (self.folder / "pyproject.toml").read_text(encoding="utf-8")
        project: dict[str, Any] = tomllib.loads(text)["project"]
        return project

    @property
    def stem(self) -> str:
        """How the names of its files begin."""
        return f"{self.project['name'].replace('-', '_')}-{self.project['version']}"


CORE: Final = Distribution(
    ROOT,
    ("docs", "examples", "tests"),
    {"rhf_services/cli/reports": ROOT / "examples" / "reports"},
)
PLUGINS: Final = tuple(
    Distribution(file.parent) for file in sorted(ROOT.glob("plugins/*/pyproject.toml"))
)
DISTRIBUTIONS: Final = (CORE, *PLUGINS)
EXTRAS: Final = ((), *((extra,) for extra in CORE.project["optional-dependencies"]))


def build(work: Path) -> str:
    """Build all sdists and wheels, the wheels from the tree and again from the sdist alone."""
    sizes = []
    for one in DISTRIBUTIONS:
        for kind in ("sdist", "wheel"):
            out = work / "dist"
            run([uv(), "build", "-q", f"--{kind}", "--out-dir", out, one.folder], work)
        with tarfile.open(work / "dist" / f"{one.stem}.tar.gz") as packed:
            packed.extractall(work / "unpacked", filter="data")
        again = work / "again"
        run(
            [uv(), "build", "-q", "--wheel", "--out-dir", again, work / "unpacked" / one.stem], work
        )
        sizes.append(f"{(work / 'dist' / wheel(one)).stat().st_size // 1000} kB")
    shutil.copy(PROBE, work)
    return f"wheels of {', '.join(sizes)}"


def wheel(one: Distribution) -> str:
    """Name a wheel's file."""
    return f"{one.stem}-py3-none-any.whl"


def look_into(work: Path) -> str:
    """Look into all of them: nothing is missing, nothing too much, and metadata says what it must.

    Raises:
        FailedError: Something is wrong.
    """
    faults: list[str] = []
    looked = 0
    for one in DISTRIBUTIONS:
        project, source = one.project, one.folder / "src"
        built = wheel_files(work / "dist" / wheel(one))
        again = wheel_files(work / "again" / wheel(one))
        inside = {folder.name: folder for folder in source.iterdir() if folder.is_dir()}
        wanted = tree_files({**inside, **one.in_wheel})
        below = tree_files({name: one.folder / name for name in ("src", *one.in_sdist)})
        sdist = sdist_files(work / "dist" / f"{one.stem}.tar.gz")
        found = {
            "wheel": faults_in_wheel(built, wanted, project),
            "sdist": faults_in_sdist(sdist, below, project),
            "wheel of the sdist": differences(again, built),
        }
        faults += [
            f"{one.stem}, {what}: {fault}" for what, listed in found.items() for fault in listed
        ]
        looked += len(built) + len(sdist)
    if faults:
        raise FailedError("\n".join(faults))
    return f"{looked} files"


def install(work: Path, asked: Environment, *more: str) -> Path:
    """Install all three into an empty environment, and give its folder."""
    end = "-py3-none-any.whl" if asked.kind == "wheel" else ".tar.gz"
    return asked.make(work, [work / "dist" / f"{one.stem}{end}" for one in DISTRIBUTIONS], *more)


def use(work: Path, asked: Environment) -> str:
    """Install, and use what is installed in an empty folder."""
    environment = install(work, asked)
    empty = Path(tempfile.mkdtemp(prefix="empty-", dir=work))
    came = run([python_in(environment), "-I", work / PROBE.name, *asked.extras], empty).strip()
    shutil.rmtree(environment)
    return came


def types(work: Path, asked: Environment) -> str:
    """Have pyright say that it knows the type of every public name."""
    environment = install(work, asked)
    names = [one.project["name"].replace("-", "_") for one in DISTRIBUTIONS]
    counts = [str(known_types(environment, name, work)) for name in names]
    return f"100 % of {', '.join(counts)} public names"


def try_installed(work: Path, asked: Environment, which: tuple[str, ...]) -> str:
    """Run tests from a copy outside the tree against what is installed."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
        "dependency-groups"
    ]
    tools = [one for one in groups["test"] if not one.startswith("rhf-services")]
    environment = install(work, asked, *tools)
    copy = Path(tempfile.mkdtemp(prefix="copy-", dir=work))
    plugins = [str(folder.relative_to(ROOT)) for folder in ROOT.glob("plugins/*/tests")]
    for name in ("tests", "examples", "docs", *plugins):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("README.md", "conftest.py", "pyproject.toml"):
        shutil.copy(ROOT / name, copy)
    return test(environment, copy, which)


def try_sdist(work: Path, asked: Environment, which: tuple[str, ...]) -> str:
    """Run tests of the unpacked sdist against what was installed from it."""
    return test(install(work, asked), work / "unpacked" / CORE.stem, which)


def test(environment: Path, where: Path, which: tuple[str, ...]) -> str:
    """Run tests, and give pytest's closing line."""
    left_out = [f"--ignore-glob=*/{name}" for name in WITHOUT]
    command = [python_in(environment), "-m", "pytest", "-q", "-p", "no:cacheprovider", *left_out]
    return run([*command, *which], where).strip().splitlines()[-1]


test.__test__ = False  # type: ignore[attr-defined]

Step = tuple[str, Callable[[], str]]


def steps(work: Path, here: dict[Version, Path], *, everything: bool) -> Iterator[Step]:
    """List what is to be done once all is built, each with its name; the slow ones first."""
    old, new = min(here), max(here)

    def at(ver: Version, kind: str, resolution: str, extras: tuple[str, ...]) -> Environment:
        return Environment(here[ver], ver, kind, resolution, extras)

    tried = [(old, "lowest", PART)]
    if everything:
        tried = [(ver, how, ALL_TESTS) for ver, how in ((old, "lowest"), (new, "highest"))]
    for ver, how, which in tried:
        one = at(ver, "wheel", how, ALL_EXTRAS)
        yield f"{one}: tests", lambda one=one, which=which: try_installed(work, one, which)
    from_sdist = at(new, "sdist", "highest", ALL_EXTRAS)
    yield f"{from_sdist}: its own tests", lambda: try_sdist(work, from_sdist, PART_OF_SDIST)
    newest = at(new, "wheel", "highest", ALL_EXTRAS)
    yield f"{newest}: pyright", lambda: types(work, newest)
    used = [(old, "lowest"), (new, "highest")]
    from_sdists = [(old, "lowest-direct")]
    if everything:
        used = [(ver, how) for ver in here for how in ("lowest", "lowest-direct", "highest")]
        from_sdists = [(ver, how) for ver in here for how in ("lowest-direct", "highest")]
    asked = [at(ver, "wheel", how, extras) for ver, how in used for extras in EXTRAS]
    asked += [at(ver, "sdist", how, ALL_EXTRAS) for ver, how in from_sdists]
    for one in asked:
        yield str(one), lambda one=one: use(work, one)


def done(step: Step) -> bool:
    """Do a step and print its row; False where it failed."""
    name, do = step
    began = time.monotonic()
    try:
        came, well = do(), True
    except FailedError as error:
        came, well = f"FAILED\n{error}", False
    print(f"{name:54} {time.monotonic() - began:6.1f} s  {came}", flush=True)
    return well


def main(how: str = "") -> int:
    """Do it all; 1 where something failed."""
    here = pythons()
    print("Python 3.11, or the oldest after it, and the newest here:", *map(said, here), flush=True)
    with tempfile.TemporaryDirectory(prefix="distributions-") as folder:
        work = Path(folder)
        first: list[Step] = [
            ("build, from the tree and from the sdist", lambda: build(work)),
            ("look into them", lambda: look_into(work)),
        ]
        if not all(map(done, first)):
            return 1
        with ThreadPoolExecutor(2) as pool:
            well = list(pool.map(done, steps(work, here, everything=how == "all")))
    print(f"{well.count(True)} of {len(well)} in order")
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
