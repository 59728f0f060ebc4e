"""What the command line says around the findings."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rhf_services.hooks import AdviceKind, ProblemKind
from rhf_services.i18n.names import FORM_WORDS
from rhf_services.model.continuations import Beside
from rhf_services.model.text import Text, _, _n
from rhf_services.render.words import FORM, PAGE, REPORT

CHECKED_AS: Final = _("rapportår {year}, skjemautgave {edition}, steg: {stage}")
NO_FORM: Final = _("steg: {stage}. Uten kjent skjema er rapporten ikke kontrollert mot det.")
WHOLE_REPORT: Final = REPORT["whole"]
NO_FINDINGS: Final = _("Ingen funn.")
FINDINGS: Final = _("Funn: {number}.")
BLOCKING: Final = _("Hindrer: {number}.")
WILL_BLOCK: Final = _("Må ordnes før rapporten kan gå videre: {number}.")
MAY_SUBMIT: Final = REPORT["may-submit"]
MAY_NOT_SUBMIT: Final = REPORT["may-not-submit"]
MAY_SUBMIT_UNKNOWN: Final = _("Kan leveres: uvisst (si hvem som leverer, med --by).")
CRASHED: Final = _n(
    "{count} regel stanset på grunn av en feil i regelen selv: {codes}. "
    "Svaret er ikke fullstendig.",
    "{count} regler stanset på grunn av feil i reglene selv: {codes}. Svaret er ikke fullstendig.",
)
CANNOT_OPEN: Final = _("Filen kan ikke åpnes: {problem}.")
NOT_FOUND: Final = _("Filen finnes ikke.")
EMPTY_FOLDER: Final = _("Mappen har ingen filer som slutter på .json.")
ALL_FILES: Final = _("Filer: {number}.")
UNREADABLE_FILES: Final = _("Kan ikke leses: {number}.")
BLOCKED_FILES: Final = _("Hindres: {number}.")
CRASHED_FILES: Final = _("Stanset på grunn av en regel: {number}.")
WAIVED: Final = REPORT["waived"]
WAIVER_LAPSED: Final = REPORT["waiver-lapsed"]
LOWERED: Final = REPORT["lowered"]
SWITCHED_OFF: Final = _("Slått av her: {codes}.")
MORE: Final = _("Bare de første tusen funnene vises for {codes}.")

TEMPLATE_YEARS: Final = _("rapportår {years}")
TEMPLATE_FROM: Final = _("fra {first_year}")
TEMPLATE_HIDDEN: Final = FORM_WORDS["hidden"]
TEMPLATE_BESIDE: Final[Mapping[Beside, Text]] = MappingProxyType(
    {Beside.CONTINUATION: FORM["beside"]}
)
TEMPLATE_OTHER: Final = PAGE["other"]
TEMPLATE_LIMIT: Final = FORM["limit"]
TEMPLATE_CHOICES: Final = _("Valg: {choices}.")
TEMPLATE_COLUMNS: Final = _("Felter: {columns}. Stjerne: bør stå i hver rad.")
TEMPLATE_EDITION: Final = _("utgave {edition}")
TEMPLATE_FIELDS: Final = _("Felter og valg: {standing}.")
TEMPLATE_CHOICES_STANDING: Final = FORM["choices-standing"]
TEMPLATE_OPTIONAL: Final = FORM_WORDS["optional"]
TEMPLATE_TEXT: Final = _("Én tekst kan stå under radene (text).")
TEMPLATE_NOT_ENTERED: Final = _(
    "Skjemaet for {year} er ikke lagt inn; dette er skjemaet for {first_year}."
)

DEMO_TITLE: Final = _("Årsrapporter kontrollert mot skjemaene sine")
DEMO_PUBLISHED: Final = _n(
    "{count} publisert årsrapport (bare fakta, med våre egne ord):",
    "{count} publiserte årsrapporter (bare fakta, med våre egne ord):",
)
DEMO_INVENTED: Final = _n(
    "{count} oppdiktet rapport for 2024:", "{count} oppdiktede rapporter for 2024:"
)
DEMO_FAULTY: Final = _n(
    "{count} oppdiktet rapport med flere feil:",
    "{count} oppdiktede rapporter med flere feil hver, én for hvert skjema:",
)
DEMO_BROKEN: Final = _n(
    "{count} oppdiktet rapport med én feil, én for hver regel:",
    "{count} oppdiktede rapporter med én feil hver, én for hver regel:",
)
PLUGIN_PROBLEMS: Final[Mapping[ProblemKind, Text]] = MappingProxyType(
    {
        ProblemKind.IMPORT: _("kan ikke importeres"),
        ProblemKind.HOOK: _("svarte med en feil"),
        ProblemKind.UNKNOWN_HOOK: _("har en krok som ikke finnes"),
        ProblemKind.WRONG_VALUE: _("kom med noe som verken er et skjema eller en regel"),
        ProblemKind.PREFIX: _("kom med en id som ikke har utvidelsens eget forled"),
        ProblemKind.CLASH: _("kom med noe som en annen også har"),
        ProblemKind.MAY_NOT_BLOCK: _("kom med en regel som vil hindre; det kan bare de seks faste"),
        ProblemKind.EDITIONS: _("kom med et skjema med hull eller overlapp mellom utgavene"),
        ProblemKind.SECTIONS: _(
            "kom med et skjema med deler som ikke finnes, eller står to ganger"
        ),
        ProblemKind.QUESTIONS: _("kom med et spørsmål som finnes fra før, eller står to ganger"),
        ProblemKind.QUESTION_PREFIX: _(
            "kom med et spørsmål som verken er dens eget eller vårt; "
            "id-en til et eget spørsmål må begynne med {prefix}"
        ),
    }
)
FORM_ADVICE: Final[Mapping[AdviceKind, Text]] = MappingProxyType(
    {
        AdviceKind.NO_PART: _("skjemaet har ingen del «{part}»; den leses som tom"),
        AdviceKind.NO_ADDRESSEE: _("spørsmålet «{part}» er ikke stilt til noen"),
        AdviceKind.NO_GUIDANCE: _("aktiviteten «{part}» har ingen veiledning"),
    }
)
PLUGIN_EMPTY: Final = _("bringer ingenting")

DEMO_MARKS: Final = _("✗ hindrer, ! bør ses på, · til opplysning")
DEMO_SILENT: Final = _("ingen funn")
DEMO_WORTH_SEEING: Final = _("Funn verdt å se")
DEMO_NEXT: Final = _("Prøv også")
DEMO_GONE: Final = _(
    "Eksemplene er ikke installert her. De ligger i examples/reports i kildekoden."
)
