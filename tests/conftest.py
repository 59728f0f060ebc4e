"""The findings per rule, over the examples and the generated reports, shown when tests end."""

from collections import defaultdict

import pytest
from support.tally import Tally

TALLIES = pytest.StashKey[defaultdict[str, Tally]]()


@pytest.fixture(scope="session")
def tallies(request):
    """Give a tally for each kind of report; each is shown when the tests end."""
    return request.config.stash.setdefault(TALLIES, defaultdict(Tally))


def pytest_terminal_summary(terminalreporter, config):
    tallies = config.stash.get(TALLIES, {})
    if tallies:
        terminalreporter.section("findings per rule")
    for kind, tally in sorted(tallies.items()):
        terminalreporter.write_line(f"{kind}: {tally}")
