"""Examples in the README and the docs run as tests; what a test asks depends on the code alone.

`--hypothesis-profile search` draws anew each time, to look further than that.
"""

import gc
from doctest import ELLIPSIS

from hypothesis import HealthCheck, settings
from support.page_blocks import console_blocks, enter, file_blocks, leave
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

# A busy machine is no fault of a test.
settings.register_profile(
    "search", derandomize=False, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "rhf-services", settings.get_profile("search"), derandomize=True, database=None
)
settings.load_profile("rhf-services")

collect_ignore_glob = ["docs/_pages/*", "docs/_site/*"]

pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        SkipParser(),
        console_blocks,
        file_blocks,
    ],
    patterns=["*.md"],
    excludes=[".venv/*", "docs/_pages/**/*", "docs/_site/**/*"],
    setup=enter,
    teardown=leave,
).pytest()


def pytest_runtest_teardown(item, nextitem):
    """Let the garbage collector look once at what tests keep to the end: strategies, millions."""
    if nextitem is not None and nextitem.path != item.path:
        gc.collect()
        gc.freeze()
