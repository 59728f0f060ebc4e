"""Reporting years: whole calendar years, always given, never read from a clock."""

from attrs import frozen


@frozen
class Years:
    """A span of reporting years, open towards the future unless it has ended.

    Attributes:
        first: The first reporting year.
        last: The last one, or None while it still holds.

    Examples:
        >>> 2024 in Years(2023)
        True
        >>> 2023 in Years(2009, 2022)
        False
    """

    first: int
    last: int | None = None

    def __contains__(self, year: int) -> bool:
        """Tell whether a reporting year lies within the span."""
        return self.first <= year and (self.last is None or year <= self.last)

    def meets(self, other: "Years") -> bool:
        """Tell whether two spans share a year.

        Examples:
            >>> Years(2009, 2022).meets(Years(2023))
            False
        """
        starts_in_time = other.last is None or self.first <= other.last
        return starts_in_time and (self.last is None or other.first <= self.last)


def edition_numbers(named: str) -> tuple[int, int] | None:
    """Read the name of an edition: its first year, and the number of a correction within it.

    Examples:
        >>> edition_numbers("2024.1"), edition_numbers("2024"), edition_numbers("i fjor")
        ((2024, 1), (2024, 0), None)
    """
    year, _, revision = named.partition(".")
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        return None
    if revision and not (revision.isascii() and revision.isdigit() and len(revision) < 6):
        return None
    return int(year), int(revision or 0)
