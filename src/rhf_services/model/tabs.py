"""The tabs of a form in their order, each with the parts shown on it."""

from attrs import frozen

from rhf_services.model.forms import Edition, Section


@frozen
class Tab:
    """A tab.

    Attributes:
        named: The section whose title it has.
        parts: The sections shown on it, in the order of the form.

    Examples:
        >>> from rhf_services.forms.sections import about
        >>> Tab(about(), (about(),)).own
        True
    """

    named: Section
    parts: tuple[Section, ...]

    @property
    def own(self) -> bool:
        """Whether the section whose title it has is itself shown on it."""
        return self.named in self.parts

    @property
    def others(self) -> tuple[Section, ...]:
        """The sections shown on it below the first."""
        return tuple(part for part in self.parts if part.id != self.named.id)


def tabs_of(edition: Edition) -> tuple[Tab, ...]:
    """Give the tabs of an edition; every section is on exactly one.

    Args:
        edition: The edition.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> edition = load_registry().templates["national-centre"].editions[-1]
        >>> [len(tab.parts) for tab in tabs_of(edition)]
        [1, 1, 1, 2]
    """
    by_id = {section.id: section for section in edition.sections}
    tabs: dict[str, list[Section]] = {}
    for section in edition.sections:
        tab = section.tab if section.tab in by_id else None
        tabs.setdefault(tab or section.id, []).append(section)
    return tuple(Tab(by_id[id_], tuple(parts)) for id_, parts in tabs.items())
