"""The choice lists of the national forms; a host's own list replaces any of them."""

from typing import Final

from rhf_services.model.choices import Choice, ChoiceList
from rhf_services.model.regions import REGION_NAMES, REGIONS
from rhf_services.model.sources import Standing
from rhf_services.model.text import _
from rhf_services.sources.documents import PUBLISHED_REPORTS, proposal

AFFILIATIONS: Final = ChoiceList(
    id="affiliations",
    choices=(
        *(Choice(region, REGION_NAMES[region]) for region in REGIONS),
        Choice("other", _("Annen tilhørighet")),
    ),
    source=PUBLISHED_REPORTS.at("Klinisk aktivitet"),
    standing=Standing.OBSERVED,
)

UNITS: Final = ChoiceList(
    id="units",
    choices=(Choice("patients", _("pasienter")),),
    source=PUBLISHED_REPORTS.at("Klinisk aktivitet"),
    standing=Standing.OBSERVED,
)

ACTIVITY_TYPES: Final = ChoiceList(
    id="activity-types",
    choices=(
        Choice("course-or-seminar", _("Kurs/seminar")),
        Choice("guidance", _("Veiledning")),
    ),
    source=PUBLISHED_REPORTS.at("Formidling og undervisning"),
    standing=Standing.OBSERVED,
    other=True,
)

QUALITY_TOOLS: Final = ChoiceList(
    id="quality-tools",
    choices=(
        Choice("national-quality-registry", _("Nasjonalt kvalitetsregister")),
        Choice("other-registry", _("Annet register")),
        Choice("guidelines", _("Retningslinjer")),
        Choice("biobank", _("Biobank")),
    ),
    source=proposal("the list is named in the form of 2024, its alternatives in no document"),
    other=True,
)
