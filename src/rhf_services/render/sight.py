"""Who sees what of a report: everything inside, or only what the public page may show.

The documents hide one thing only, the answers to hidden questions, and from the public page only
(S003-115); of people the page shows name, roles and institution, and only with their flag
(S003-069). Lead and leader of the reference group open one and the same report (S003-149), and all
regions read all reports. Whoever edits web pages or makes forms needs no report for that, and sees
what everybody sees.
"""

from enum import StrEnum
from typing import Final

from attrs import frozen

from rhf_services.model.findings import Finding, Verdict


class Reader(StrEnum):
    """Who reads a report: whom findings speak to, and the public.

    Examples:
        >>> from rhf_services.model.rules import Audience
        >>> [str(reader) for reader in Reader if reader not in tuple(Audience)]
        ['public']
    """

    LEAD = "lead"
    GROUP_LEADER = "group-leader"
    REGION = "region"
    SERVICE_ENVIRONMENT = "service-environment"
    HOST = "host"
    EDITOR = "editor"
    AUTHOR = "author"
    PUBLIC = "public"


INSIDE: Final = (
    Reader.LEAD,
    Reader.GROUP_LEADER,
    Reader.REGION,
    Reader.SERVICE_ENVIRONMENT,
    Reader.HOST,
)
"""Who reads the whole report."""


@frozen
class Sight:
    """What somebody sees of a report.

    Attributes:
        readers: Who reads; somebody may be several.
        inside: Whether it is the whole report: hidden questions, contact data, people who are not
            to be shown, reasons, waivers, comments, attachments, and what cannot be read.
        technical: Whether it is also what programs keep in it: unknown and extra keys.

    Examples:
        >>> sight_of("public").inside, sight_of("lead").inside, sight_of("lead").technical
        (False, True, False)
    """

    readers: tuple[Reader, ...]
    inside: bool
    technical: bool

    def findings(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Give the findings that speak to whoever reads, in their order."""
        return tuple(found for found in verdict.findings if str(found.audience) in self.readers)


def sight_of(*readers: str) -> Sight:
    """Give what readers see; the rights of several add up.

    Args:
        *readers: Ids of readers; none is the public.

    Raises:
        ValueError: There is no such reader.

    Examples:
        >>> sight_of("editor", "region").inside
        True
    """
    known = tuple(Reader(one) for one in readers) or (Reader.PUBLIC,)
    inside = any(reader in INSIDE for reader in known)
    return Sight(known, inside, technical=Reader.HOST in known)
