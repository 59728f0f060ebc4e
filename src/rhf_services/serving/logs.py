"""What a log may hold of something that went wrong: where, and never the words of an answer."""

import traceback


def where_it_failed(error: BaseException) -> str:
    """Write where something failed and with what kind of exception, for a log.

    The text of an exception may hold what somebody answered, so it is left out, and so is that of
    every exception before it.

    Args:
        error: What was raised.

    Returns:
        The lines of code on the way, and the kind of exception, each with its line's end.

    Examples:
        >>> try:
        ...     int("Kari Eksempel")
        ... except ValueError as error:
        ...     told = where_it_failed(error)
        >>> told.splitlines()[-1], "Kari" in told.splitlines()[-1]
        ('ValueError', False)
    """
    return "".join((*traceback.format_tb(error.__traceback__), type(error).__name__, "\n"))
