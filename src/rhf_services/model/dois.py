"""How people write a DOI, and what is left when the wrapping is taken off."""

from typing import Final

_DOI_BEFORE: Final = ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "doi:")


def bare_doi(written: str) -> str:
    """Take what people write before a DOI away from it.

    Examples:
        >>> bare_doi(" https://doi.org/10.5555/abc ")
        '10.5555/abc'
    """
    bare = written.strip()
    for before in _DOI_BEFORE:
        if bare.lower().startswith(before):
            return bare[len(before) :].strip()
    return bare
