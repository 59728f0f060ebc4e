"""What the command line says around the findings."""

from typing import Final

from rhf_services.model.text import _, _n

CHECKED_AS: Final = _("rapportår {year}, utgave {edition}, kontrollert for {stage}")
NO_FORM: Final = _("kontrollert for {stage}, uten skjema")
WHOLE_REPORT: Final = _("Rapporten som helhet")
NO_FINDINGS: Final = _("Ingen funn.")
FINDINGS: Final = _n("{count} funn.", "{count} funn.")
BLOCKING: Final = _n("{count} av dem er til hinder.", "{count} av dem er til hinder.")
NONE_BLOCKS: Final = _("Ingen av dem er til hinder.")
MAY_SUBMIT: Final = _("Kan leveres: ja.")
MAY_NOT_SUBMIT: Final = _("Kan leveres: nei.")
MAY_SUBMIT_UNKNOWN: Final = _("Kan leveres: ikke kjent (bruk --by og --at, eller --case).")
CRASHED: Final = _n(
    "{count} regel stanset på grunn av en feil hos oss: {codes}. Svaret er ikke fullstendig.",
    "{count} regler stanset på grunn av en feil hos oss: {codes}. Svaret er ikke fullstendig.",
)
CANNOT_OPEN: Final = _("Filen kan ikke åpnes.")
WAIVED: Final = _("Begrunnelse er gitt, og den gjelder.")
WAIVER_LAPSED: Final = _("Begrunnelsen gjelder ikke lenger, for svaret er endret.")
LOWERED: Final = _("Dempet her.")
SWITCHED_OFF: Final = _("Slått av her: {codes}.")

RULE_SAYS: Final = _("Hva regelen sier")
RULE_WHEN: Final = _("Når, og hvor mye det veier")
RULE_TO: Final = _("Hvem den snakker til")
RULE_SOURCE: Final = _("Hvor det står")
RULE_STANDING: Final = _("Hvor sikkert det er")
RULE_CASES: Final = _("Eksempler")
RULE_BLOCKS: Final = _("Denne regelen kan hindre at rapporten går videre.")
RULE_NEVER_BLOCKS: Final = _("Denne regelen hindrer aldri noe.")
RULE_FIRES: Final = _("sier fra")
RULE_SILENT: Final = _("sier ikke fra")
RULE_OTHERWISE: Final = _("sier ellers ingenting")

TEMPLATE_YEARS: Final = _("rapportår {years}")
TEMPLATE_FROM: Final = _("fra {first_year}")
TEMPLATE_HIDDEN: Final = _("Vises ikke på visningssiden.")
TEMPLATE_LIMIT: Final = _("Inntil {limit} i {year}.")
TEMPLATE_CHOICES: Final = _("Valg: {choices}.")
TEMPLATE_COLUMNS: Final = _("Felter: {columns}.")

DEMO_TITLE: Final = _("Årsrapporter kontrollert mot skjemaene sine")
DEMO_PUBLISHED: Final = _n(
    "{count} publisert årsrapport (bare fakta, med våre egne ord):",
    "{count} publiserte årsrapporter (bare fakta, med våre egne ord):",
)
DEMO_INVENTED: Final = _n(
    "{count} oppdiktet rapport for 2024:", "{count} oppdiktede rapporter for 2024:"
)
DEMO_BROKEN: Final = _n(
    "{count} oppdiktet rapport med én feil, én for hver regel:",
    "{count} oppdiktede rapporter med én feil hver, én for hver regel:",
)
DEMO_SILENT: Final = _("ingen funn")
DEMO_WORTH_SEEING: Final = _("Funn verdt å se")
DEMO_NEXT: Final = _("Prøv også")
DEMO_GONE: Final = _(
    "Eksemplene er ikke installert her. De ligger i examples/reports i kildekoden."
)
