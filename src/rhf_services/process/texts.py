"""Every text of this room, with its stable key."""

from collections.abc import Iterator

from rhf_services.i18n.keys import Keyed
from rhf_services.process.account_texts import account_texts
from rhf_services.process.difference_texts import difference_texts


def process_texts() -> Iterator[Keyed]:
    """Give every text of differences and accounts.

    Examples:
        >>> next(process_texts()).key
        'difference.section-added'
    """
    yield from difference_texts()
    yield from account_texts()
