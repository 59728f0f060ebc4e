"""Where links lead: ids that are the same every time, and the same in every language."""

import re
from typing import Final

_OTHER: Final = re.compile("[^A-Za-z0-9.]+")


def anchor(sort: str, *ids: str) -> str:
    """Give the id of a place in a document.

    Args:
        sort: What it is: part, question, rule, finding.
        *ids: The ids of the thing.

    Examples:
        >>> anchor("question", "helse-vest.regional-cooperation")
        'question-helse-vest.regional-cooperation'
    """
    return "-".join([sort, *(_OTHER.sub("-", one) for one in ids)])
