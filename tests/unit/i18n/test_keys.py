from attrs import evolve
from support.checks import built_in
from support.plugins import SOURCE, form, rule

from rhf_services.forms import activities, evaluation, sections
from rhf_services.i18n.keys import choice_texts, common_texts, form_texts, rule_texts
from rhf_services.model.forms import Edition
from rhf_services.model.text import Message, Text, plurals_of, texts_of

EDITION = Edition(
    2024,
    (
        sections.people(),
        sections.activity(activities.teaching(SOURCE)),
        sections.evaluation(
            evaluation.treatment_quality(SOURCE),
            evolve(evaluation.equal_access(SOURCE), guidance=None),
        ),
    ),
    SOURCE,
)


def test_every_text_of_a_form_has_a_key_in_the_order_it_is_read():
    expected = [
        "form.test.form.title",
        "form.test.form.section.people.title",
        "form.test.form.section.people.guidance",
        "form.test.form.section.activity.title",
        "form.test.form.teaching.label",
        "form.test.form.teaching.guidance",
        "form.test.form.teaching.column.text.label",
        "form.test.form.teaching.column.type.label",
        "form.test.form.section.evaluation.title",
        "form.test.form.treatment-quality.label",
        "form.test.form.treatment-quality.guidance",
        "form.test.form.equal-access.label",
    ]
    made = form("test.form", EDITION)
    assert expected == [keyed.key for keyed in form_texts(made, EDITION)]


def test_choices_are_named_once_for_each_list():
    expected = [
        "choice.activity-types.course-or-seminar",
        "choice.activity-types.guidance",
        "choice.quality-tools.national-quality-registry",
        "choice.quality-tools.other-registry",
        "choice.quality-tools.guidelines",
        "choice.quality-tools.biobank",
    ]
    assert expected == [keyed.key for keyed in choice_texts(EDITION)]


def test_every_text_of_a_rule_has_a_key():
    whole = Message(Text("Slik."), Text("Gjør det."), then=Text("Ellers."))
    short = Message(Text("Sånn."), Text("Gjør det."))
    made = rule("T-A", message=whole, variants={"other": short})
    expected = [
        "rule.T-A.title",
        "rule.T-A.says",
        "rule.T-A.mend",
        "rule.T-A.then",
        "rule.T-A.other.says",
        "rule.T-A.other.mend",
    ]
    assert expected == [keyed.key for keyed in rule_texts(made)]


def test_regions_roles_and_kinds_have_keys():
    by_key = {keyed.key: keyed.text.nb for keyed in common_texts()}
    kinds = [key.rpartition(".")[0] for key in by_key]
    assert [kinds.count(kind) for kind in ("region", "role", "entity-type")] == [4, 8, 8]
    assert by_key["region.helse-midt-norge"] == "Helse Midt-Norge"
    assert by_key["role.academic-lead"] == "faglig ansvarlig"
    assert by_key["entity-type.national-centre"] == "Nasjonalt senter"


def test_a_text_knows_the_package_that_translates_it():
    own, several = texts_of("rhf_services_test"), plurals_of("rhf_services_test")
    assert Text("Navn", "rhf_services_test") == own("Navn")
    assert Text("{count} rad", "rhf_services_test", "{count} rader") == several(
        "{count} rad", "{count} rader"
    )


def test_a_form_of_a_plugin_has_texts_of_its_own_package():
    theirs = built_in().templates["helse-vest.regional-competence-centre"]
    domains = {keyed.text.domain for keyed in form_texts(theirs, theirs.editions[0])}
    assert {"rhf_services", "rhf_services_helse_vest"} == domains
