"""What each form asks, written down apart from the code that makes it.

The titles are the form's own, word for word; the order is that of its blocks.
"""

import pytest
from support.checks import built_in

from rhf_services.model.forms import Addressee, Limit
from rhf_services.model.questions import LongText, Statement, Table, TextWithChoices
from rhf_services.model.sources import Standing
from rhf_services.model.years import Years

ABOUT = ("about", "Om senteret", [])
PEOPLE = ("people", "Roller og ansvar", [])
GROUP_A = (
    "reference-group",
    "Tilbakemelding fra referansegruppen",
    [
        ("group-assessment", "Referansegruppens vurdering av aktivitet og resultat"),
        ("group-user-representative", "Referansegruppens brukerrepresentant"),
        ("group-helse-nord", "Referansegruppens representant – Helse Nord"),
        ("group-helse-midt-norge", "Referansegruppens representant – Helse Midt-Norge"),
        ("group-helse-sor-ost", "Referansegruppens representant – Helse Sør-Øst"),
        ("group-helse-vest", "Referansegruppens representant – Helse Vest"),
    ],
)
FEEDBACK = ("reporting-feedback", "Tilbakemelding om årsrapportering")

TREATMENT_SERVICE = [
    ABOUT,
    PEOPLE,
    (
        "activity",
        "Aktivitet",
        [
            ("scientific-articles", "Vitenskapelige artikler"),
            ("research-projects", "Forskningsprosjekter"),
            ("teaching", "Undervisning"),
            ("dissemination", "Formidling"),
            ("clinical-activity", "Klinisk aktivitet"),
        ],
    ),
    (
        "evaluation",
        "Evaluering",
        [
            ("equal-access", "Likeverdig tilgang for pasienter fra alle regioner"),
            ("pathway-cooperation", "Samarbeid rundt pasientforløp"),
            ("treatment-quality", "Kvalitet på behandlingsresultater"),
            FEEDBACK,
        ],
    ),
    GROUP_A,
]

ALL_ACTIVITIES = [
    ("scientific-articles", "Vitenskapelige artikler"),
    ("doctorates", "Avlagte doktorgrader"),
    ("research-projects", "Forskningsprosjekter"),
    ("teaching", "Undervisning"),
    ("clinical-activity", "Klinisk aktivitet"),
    ("dissemination", "Formidling"),
    ("quality-tools", "Kvalitetsverktøy"),
]

ARCHIVE = [
    ABOUT,
    PEOPLE,
    ("activity", "Aktivitet", ALL_ACTIVITIES),
    (
        "evaluation",
        "Evaluering",
        [
            ("tasks-and-results", "Oppgaver og resultat"),
            ("goals", "Målsettinger"),
            (
                "patient-information",
                (
                    "Tjenesten har utarbeidet spesifikk pasientinformasjon "
                    "om tjenestens innhold og ansvarsområde"
                ),
            ),
            (
                "competence-spread-plan",
                "Tjenesten har utarbeidet en plan for kompetansespredning",
            ),
        ],
    ),
]

HELSE_VEST = [
    ABOUT,
    PEOPLE,
    (
        "activity",
        "Aktivitet",
        [
            ("scientific-articles", "Vitenskapelige artikler"),
            ("doctorates", "Avlagte doktorgrader"),
            ("research-projects", "Forskningsprosjekter"),
            ("teaching", "Undervisning"),
            ("dissemination", "Formidling"),
            ("clinical-activity", "Klinisk aktivitet"),
            ("quality-tools", "Kvalitetsverktøy"),
        ],
    ),
    (
        "evaluation",
        "Evaluering",
        [
            ("helse-vest.research-and-teaching", "Forskning, utvikling og undervisning"),
            ("helse-vest.regional-cooperation", "Samarbeid og fagnettverk i regionen"),
            ("helse-vest.clinical-results", "Volum og resultater"),
            ("helse-vest.evaluation-status", "Status for evaluering av senteret"),
            FEEDBACK,
        ],
    ),
]

FOUR = [
    ("scientific-articles", "Vitenskapelige artikler"),
    ("research-projects", "Forskningsprosjekter"),
    ("teaching", "Undervisning"),
    ("dissemination", "Formidling"),
]
SPREAD = ("competence-spread", "Status for kompetansespredning")


def form(activities, questions, *group):
    activity = ("activity", "Aktivitet", activities)
    return [ABOUT, PEOPLE, activity, ("evaluation", "Evaluering", questions), *group]


NATIONAL = {
    "national-treatment-service": TREATMENT_SERVICE,
    "multiregional-treatment-service": TREATMENT_SERVICE,
    "national-competence-service": form(FOUR, [SPREAD, FEEDBACK], GROUP_A),
    "national-competence-service-new": form(
        [*FOUR, ("quality-tools", "Kvalitetsverktøy")],
        [
            ("establishment-cooperation", "Nasjonalt samarbeid rundt etablering av tjenesten"),
            (
                "treatment-quality-plan",
                "Kvalitet på behandlingsresultatene - overvåking og formidling",
            ),
            SPREAD,
            FEEDBACK,
        ],
        GROUP_A,
    ),
    "national-competence-service-final": form(
        FOUR,
        [
            ("main-results", "Hovedresultater"),
            ("transition", "Overgang til ny organisasjonsform"),
        ],
        GROUP_A,
    ),
    "national-centre": form(
        FOUR, [("centre-status", "Status for senterets arbeid"), FEEDBACK], GROUP_A
    ),
    "quality-and-competence-network": form(
        [],
        [
            ("network-status", "Status for nettverkets arbeid"),
            ("network-cooperation", "Samarbeidet i nettverket"),
            FEEDBACK,
        ],
    ),
}

HELSE_SOR_OST = form(
    HELSE_VEST[2][2],
    [
        ("helse-sor-ost.knowledge-spread", "Spredning av kunnskap"),
        ("helse-sor-ost.networks", "Nettverk"),
        ("helse-sor-ost.research-coordination", "Samordning av forskning"),
        ("helse-sor-ost.development", "Fagutvikling"),
        FEEDBACK,
    ],
)

FORMS = {
    **{(id_, year): asked for id_, asked in NATIONAL.items() for year in ("2023", "2024")},
    ("helse-sor-ost.regional-competence-service", "2023"): HELSE_SOR_OST,
    ("helse-sor-ost.regional-competence-service", "2024"): HELSE_SOR_OST,
    ("archive", "2009"): ARCHIVE,
    ("helse-vest.regional-competence-centre", "2023"): HELSE_VEST,
    ("helse-vest.regional-competence-centre", "2024"): HELSE_VEST,
}

TITLES = {
    "multiregional-treatment-service": "Flerregionale behandlingstjenester – pågående",
    "national-competence-service": "Nasjonale kompetansetjenester – pågående",
    "national-competence-service-new": "Nasjonale kompetansetjenester – nye",
    "national-competence-service-final": "Nasjonale kompetansetjenester – sluttrapport",
    "national-centre": "Nasjonale sentre – både nye og pågående",
    "quality-and-competence-network": "Nasjonale kvalitets- og kompetansenettverk",
    "helse-sor-ost.regional-competence-service": "Regionale kompetansetjenester – Helse Sør-Øst",
    "national-treatment-service": "Nasjonale behandlingstjenester – pågående",
    "archive": "Årsrapport, eldre skjema",
    "helse-vest.regional-competence-centre": "Regionale kompetansesentre – Helse Vest",
}

each_edition = pytest.mark.parametrize(("form", "edition"), FORMS)


def template(form):
    return built_in().templates[form]


def edition_of(form, edition):
    (found,) = [one for one in template(form).editions if one.id == edition]
    return found


def asked_in(form, edition):
    return edition_of(form, edition).by_id


def test_these_are_all_the_forms():
    loaded = {
        (form.id, edition.id) for form in built_in().templates.values() for edition in form.editions
    }
    assert set(FORMS) == loaded


@each_edition
def test_a_form_has_these_parts_and_asks_this_in_this_order(form, edition):
    found = [
        (part.id, part.title.nb, [(asked.id, asked.label.nb) for asked in part.asked])
        for part in edition_of(form, edition).sections
    ]
    assert FORMS[form, edition] == found


@pytest.mark.parametrize(("form", "title"), TITLES.items())
def test_a_form_is_called_what_the_document_calls_it(form, title):
    assert title == template(form).title.nb


@each_edition
def test_the_form_has_four_tabs(form, edition):
    tabs = [part.id for part in edition_of(form, edition).sections if part.tab is None]
    assert tabs == ["about", "people", "activity", "evaluation"]


@each_edition
def test_only_the_feedback_on_reporting_is_hidden(form, edition):
    hidden = [asked.id for asked in edition_of(form, edition) if asked.hidden]
    without = ("archive", "national-competence-service-final")
    assert hidden == ([] if form in without else ["reporting-feedback"])


@pytest.mark.parametrize(
    ("form", "edition", "optional"),
    [
        ("national-treatment-service", "2023", {"reporting-feedback"}),
        ("national-treatment-service", "2024", {"reporting-feedback"}),
        (
            "archive",
            "2009",
            {question for _id, _title, questions in ARCHIVE for question, _label in questions},
        ),
        (
            "helse-vest.regional-competence-centre",
            "2023",
            {
                "doctorates",
                "research-projects",
                "teaching",
                "dissemination",
                "clinical-activity",
                "quality-tools",
                "helse-vest.clinical-results",
                "reporting-feedback",
            },
        ),
    ],
)
def test_some_questions_are_never_missed(form, edition, optional):
    found = {asked.id for asked in edition_of(form, edition) if asked.optional}
    assert optional == found


@pytest.mark.parametrize(
    ("form", "edition", "limits"),
    [
        ("national-treatment-service", "2023", {}),
        (
            "national-treatment-service",
            "2024",
            {"scientific-articles": Limit(5, 2024), "research-projects": Limit(5, 2024)},
        ),
        ("archive", "2009", {}),
        ("helse-vest.regional-competence-centre", "2023", {}),
    ],
)
def test_five_articles_and_five_projects_are_asked_for_in_2024_alone(form, edition, limits):
    found = {asked.id: asked.limit for asked in edition_of(form, edition) if asked.limit}
    assert limits == found


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_the_groups_part_is_put_to_the_group_and_shown_last_on_the_tab_of_evaluation(edition):
    form = edition_of("national-treatment-service", edition)
    assert form.sections[-1].tab == "evaluation"
    to_group = [asked.id for asked in form if asked.to is Addressee.GROUP]
    assert [question for question, _label in GROUP_A[2]] == to_group
    regions = {asked.id: asked.region for asked in form if asked.region}
    assert {f"group-{region}": region for region in regions.values()} == regions


@each_edition
def test_the_national_forms_start_from_the_tasks_and_the_others_do_not(form, edition):
    part = edition_of(form, edition).section("evaluation")
    assert (part.guidance is not None) is (form in NATIONAL)


def test_only_beside_the_transition_something_is_shown():
    beside = {
        asked.id
        for form in built_in().templates.values()
        for one in form.editions
        for asked in one
        if asked.beside
    }
    assert beside == {"transition"}


WITHOUT_GROUP = (
    "archive",
    "quality-and-competence-network",
    "helse-vest.regional-competence-centre",
    "helse-sor-ost.regional-competence-service",
)


@pytest.mark.parametrize("form", WITHOUT_GROUP)
def test_the_other_forms_ask_no_group(form):
    editions = template(form).editions
    assert [a.id for one in editions for a in one if a.to is Addressee.GROUP] == []


LIST_A_WORDS = {
    "group-assessment": (
        "henvisningsrutiner",
        "resultatmål",
        "likeverdig tilgjengelighet",
        "kompetansespredning",
        "regionale utfordringer",
        "planer for året etter",
        "samordne",
    ),
    "group-user-representative": ("brukerrepresentantens tilbakemelding", "samarbeidet"),
    "group-helse-nord": ("din helseregion", "tilgang til behandlingstjenesten"),
    "equal-access": ("tiltak virker godt", "utfordringer", "likeverdig tilgang"),
    "pathway-cooperation": (
        "samarbeidet rundt pasientforløpet",
        "oppfyller indikasjonen",
        "resten av helsetjenesten",
        "livsløpsperspektiv",
    ),
    "treatment-quality": ("effekt", "kort status", "overvåke", "formidle"),
    "reporting-feedback": ("rapportskjemaet", "organisert"),
}


@pytest.mark.parametrize("edition", ["2023", "2024"])
@pytest.mark.parametrize(("question", "duties"), LIST_A_WORDS.items())
def test_the_guidance_has_every_duty_of_the_document_in_it(edition, question, duties):
    guidance = asked_in("national-treatment-service", edition)[question].guidance
    assert [duty for duty in duties if duty not in guidance.nb] == []


@pytest.mark.parametrize(
    ("form", "edition", "question", "kind"),
    [
        ("national-treatment-service", "2024", "equal-access", LongText),
        ("national-treatment-service", "2024", "treatment-quality", TextWithChoices),
        ("national-treatment-service", "2024", "clinical-activity", Table),
        ("archive", "2009", "patient-information", Statement),
        ("archive", "2009", "competence-spread-plan", Statement),
        ("archive", "2009", "goals", LongText),
    ],
)
def test_a_question_is_of_the_kind_the_form_shows(form, edition, question, kind):
    assert isinstance(asked_in(form, edition)[question].question, kind)


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_the_choice_list_of_question_three_is_that_of_the_quality_tools(edition):
    question = asked_in("national-treatment-service", edition)["treatment-quality"].question
    tools = asked_in("archive", "2009")["quality-tools"].question.columns[0]
    assert tools.choices is question.choices
    assert [choice.id for choice in tools.choices.choices] == [
        "national-quality-registry",
        "other-registry",
        "guidelines",
        "biobank",
    ]


STANDINGS = {
    ("national-treatment-service", "2023"): {Standing.PROPOSED},
    ("national-treatment-service", "2024"): {Standing.DOCUMENTED},
    ("archive", "2009"): {Standing.OBSERVED},
}


@pytest.mark.parametrize(("which", "standings"), STANDINGS.items())
def test_a_form_says_how_sure_we_are_of_what_it_asks(which, standings):
    edition = edition_of(*which)
    assert standings == {asked.standing for asked in edition}
    assert edition.standing in standings


def test_the_regions_own_form_is_our_proposal_but_for_the_articles():
    asked = asked_in("helse-vest.regional-competence-centre", "2023")
    surer = {id_ for id_, one in asked.items() if one.standing is not Standing.PROPOSED}
    assert surer == {"scientific-articles"}
    assert asked["scientific-articles"].standing is Standing.OBSERVED


@each_edition
def test_everything_asked_has_a_source(form, edition):
    for asked in edition_of(form, edition):
        assert asked.source.section
        assert asked.source.document.title


@pytest.mark.parametrize(
    ("form", "years", "kinds", "regions"),
    [
        (
            "national-treatment-service",
            (Years(2023, 2023), Years(2024)),
            ["national-treatment-service"],
            [],
        ),
        (
            "archive",
            (Years(2009, 2022),),
            [
                "national-treatment-service",
                "multiregional-treatment-service",
                "national-competence-service",
                "national-centre",
                "quality-and-competence-network",
                "regional-competence-centre",
                "regional-competence-service",
            ],
            [],
        ),
        (
            "helse-vest.regional-competence-centre",
            (Years(2023, 2023), Years(2024)),
            ["regional-competence-centre"],
            ["helse-vest"],
        ),
    ],
)
def test_a_form_is_for_these_years_kinds_and_regions(form, years, kinds, regions):
    found = template(form)
    assert years == found.years()
    assert kinds == [str(kind) for kind in found.entity_types]
    assert regions == [str(region) for region in found.regions]


def test_only_the_old_form_is_for_reports_nobody_submits_any_more():
    assert [f.id for f in built_in().templates.values() if f.archive] == ["archive"]


def test_what_has_been_gone_through_goes_to_2024():
    confirmed = {
        form.id: form.editions[-1].confirmed
        for form in built_in().templates.values()
        if not form.archive
    }
    assert set(confirmed.values()) == {2024}


OPTIONAL = {
    "national-competence-service": {"reporting-feedback"},
    "national-competence-service-new": {"reporting-feedback"},
    "national-competence-service-final": {question for question, _label in GROUP_A[2]},
    "national-centre": {"reporting-feedback"},
    "quality-and-competence-network": {"reporting-feedback"},
}


@pytest.mark.parametrize("year", ["2023", "2024"])
@pytest.mark.parametrize(("form", "optional"), OPTIONAL.items())
def test_the_group_may_answer_the_final_report_and_is_never_missed(form, year, optional):
    found = {asked.id for asked in edition_of(form, year) if asked.optional}
    assert optional == found


@pytest.mark.parametrize(
    "form", sorted({id_ for id_, year in FORMS if year == "2024" and "network" not in id_})
)
def test_every_form_with_activities_asks_for_five_of_each_in_2024(form):
    limits = {asked.id: asked.limit for asked in edition_of(form, "2024") if asked.limit}
    assert limits == {"scientific-articles": Limit(5, 2024), "research-projects": Limit(5, 2024)}
    assert [asked.id for asked in edition_of(form, "2023") if asked.limit] == []


DUTIES = [
    (
        "multiregional-treatment-service",
        "equal-access",
        ("virker godt", "utfordringer i arbeidet med", "tiltak for å sikre likeverdig tilgang"),
    ),
    (
        "multiregional-treatment-service",
        "pathway-cooperation",
        ("alle pasienter som oppfyller indikasjonen for behandling der", "oppfølging av pasienten"),
    ),
    (
        "multiregional-treatment-service",
        "treatment-quality",
        ("effekt har behandlingstjenesten hatt", "kort status", "overvåke", "formidle"),
    ),
    (
        "national-competence-service",
        "competence-spread",
        (
            "årets aktivitet",
            "planen for kompetansespredning",
            "effekt på pasientbehandlingen",
            "veilede",
            "spre kunnskap og kompetanse",
            "helsetjenesten, andre tjenesteytere og brukere",
        ),
    ),
    (
        "national-competence-service-new",
        "competence-spread",
        ("årets aktivitet", "planen for kompetansespredning", "andre tjenesteytere og brukere"),
    ),
    (
        "national-competence-service-new",
        "establishment-cooperation",
        (
            "samarbeidet med referansegruppen",
            "annet nasjonalt, faglig samarbeid",
            "etablere en faglig referansegruppe",
            "i hele landet",
            "formål og forskrift",
        ),
    ),
    (
        "national-competence-service-new",
        "treatment-quality-plan",
        ("Hvordan vil dere", "kvalitetsverktøyene", "formidles", "sentral oppgave"),
    ),
    (
        "national-competence-service-final",
        "main-results",
        ("siden oppstart", "tjenesten og referansegruppen", "bygge opp kompetanse", "formidle"),
    ),
    ("national-competence-service-final", "transition", ("nettverk", "senter", "annen form")),
    ("national-centre", "centre-status", ("mandatet", "kort status", "pasientbehandlingen")),
    (
        "quality-and-competence-network",
        "network-status",
        ("forskning og kvalitetsregistre", "ny og eksisterende", "alle regioner", "eier"),
    ),
    (
        "quality-and-competence-network",
        "network-cooperation",
        (
            "kort tilbakemelding",
            "faglig samarbeid",
            "felles ansvar",
            "på tvers av regionene",
            "ett fagmiljø koordinerer",
        ),
    ),
    ("national-centre", "group-helse-vest", ("kompetanse", "dialog", "relevante fagmiljøer")),
    ("national-centre", "group-assessment", ("henvisningsrutiner", "planer for året etter")),
]


@pytest.mark.parametrize(
    ("form", "question", "duties"),
    DUTIES,
    ids=[f"{form} {question}" for form, question, _ in DUTIES],
)
def test_the_guidance_of_each_form_has_its_duties_in_it(form, question, duties):
    guidance = asked_in(form, "2024")[question].guidance.nb
    assert [duty for duty in duties if duty not in guidance] == []


def test_the_regional_representatives_of_list_b_are_asked_one_thing():
    guidance = asked_in("national-centre", "2024")["group-helse-vest"].guidance.nb
    assert guidance.count("?") == 1


def test_the_groups_part_says_what_the_group_is_to_assess():
    (part,) = [s for s in edition_of("national-centre", "2024").sections if s.guidance and s.tab]
    said = ("aktiviteten", "samarbeidet", "i rapporteringsåret", "likeverdig", "i hver region")
    assert [duty for duty in said if duty not in part.guidance.nb] == []


def test_a_network_is_told_that_nothing_is_asked_about_activity():
    (part,) = [
        s
        for s in edition_of("quality-and-competence-network", "2024").sections
        if s.id == "activity"
    ]
    assert part.asked == ()
    assert part.guidance.nb == "Skjemaet har ingen spørsmål om aktivitet."


def test_list_b_says_less_than_list_a():
    new, running = (
        asked_in(form, "2024")["competence-spread"].guidance.nb
        for form in ("national-competence-service-new", "national-competence-service")
    )
    assert "effekt" in running
    assert "effekt" not in new
    assert "samordne" not in asked_in("national-centre", "2024")["group-assessment"].guidance.nb


@pytest.mark.parametrize("form", NATIONAL)
def test_a_national_form_is_for_its_own_kind_of_entity_in_all_regions(form):
    kind = "national-competence-service" if "competence-service" in form else form
    assert [str(one) for one in template(form).entity_types] == [kind]
    assert template(form).regions == ()
    assert template(form).years() == (Years(2023, 2023), Years(2024))
