"""The digest of an answer, by which waivers and comments know what they speak of."""

from typing import Any


def digest(value: Any) -> str | None:
    """Give the SHA-256 of a JSON value in canonical form (RFC 8785), where 12.0 is 12.

    Args:
        value: The answer, or the row.

    Returns:
        ``sha256:`` and the hexadecimal digest, or None where the value has no canonical form:
        whole numbers beyond 2^53, NaN, half a surrogate pair.

    Examples:
        >>> digest("Et svar") == digest("Et svar"), digest(12.0) == digest(12)
        (True, True)
        >>> digest(float("nan")) is None
        True
    """
    import hashlib  # noqa: PLC0415  (this and the next: only a waiver needs them)

    import rfc8785  # noqa: PLC0415

    try:
        canonical = rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError):
        return None
    return "sha256:" + hashlib.sha256(canonical).hexdigest()
