"""Texts that somebody wrote, made safe to show: nothing in them steers what stands around them."""

import re
from typing import Final

REPLACED: Final = "\N{REPLACEMENT CHARACTER}"
"""What stands where a sign cannot be shown; the reader sees that something was there."""

_BREAKS: Final = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSHOWN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters
    "\u202a-\u202e\u2066-\u2069"  # signs that turn the direction of what follows
    "\ud800-\udfff"  # half a sign
    "\ufdd0-\ufdef\ufff9-\ufffb"  # signs for programs among themselves
    + "".join(f"{chr(plane << 16 | 0xFFFE)}-{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)


def plain(text: str) -> str:
    r"""Make a text safe to show, and leave every sign that a reader can see as it is.

    Line breaks of every kind become one kind. Control characters, signs that turn the direction
    of writing, and halves of signs are replaced, so that they are seen and do nothing.

    Args:
        text: What somebody wrote.

    Examples:
        >>> plain("Første linje\r\nandre <b>linje</b>")
        'Første linje\nandre <b>linje</b>'
        >>> plain("rapport\u202efdp.exe"), plain("\ud800")
        ('rapport�fdp.exe', '�')
    """
    return _UNSHOWN.sub(REPLACED, _BREAKS.sub("\n", text))
