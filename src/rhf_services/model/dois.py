"""How people write a DOI, and what is left when the wrapping is taken off."""

import re
from typing import Final

_BEFORE: Final = re.compile(r"(?:https?://)?(?:(?:www|dx)\.)?doi\.org/|doi:?\s*", re.IGNORECASE)


def bare_doi(written: str) -> str:
    """Take what people write before a DOI away from it.

    Examples:
        >>> bare_doi(" https://www.doi.org/10.5555/abc "), bare_doi("DOI 10.5555/abc")
        ('10.5555/abc', '10.5555/abc')
    """
    bare = written.strip()
    wrapping = _BEFORE.match(bare)
    return bare[wrapping.end() :].strip() if wrapping else bare
