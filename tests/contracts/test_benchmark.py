"""The benchmark compares like with like: everybody finds the same, and its rules can all fire."""

from benchmark import agreement, documents, ours, plain_rules, speed


def test_everybody_finds_the_same():
    assert list(agreement.disagreements()) == []
    assert {"jsonschema", "jsonschema-rs", "attrs+cattrs"} <= set(agreement.installed())


def test_each_of_the_36_rules_fires_on_some_document():
    check = ours.contestant()
    fired = {name for _name, document in agreement.cases() for name, _at in check(_bytes(document))}

    assert fired - {"structure"} == {rule.__name__ for rule in plain_rules.RULES}
    assert len(plain_rules.RULES) == 36


def test_the_documents_are_as_large_as_they_are_said_to_be():
    sizes = {make: len(_bytes(make())) for make in (documents.big, documents.small)}

    assert 36_000 < sizes[documents.big] < 40_000
    assert 3_400 < sizes[documents.small] < 3_900
    assert sum(1 for _line in documents.archive(40)) == 40


def test_a_rule_that_stays_silent_can_be_added():
    assert len(ours.registry(further=3).rules) == len(ours.registry().rules) + 3


def test_what_is_measured_can_be_run():
    taken = speed.verdicts(documents.small(), rounds=1)

    assert set(taken) == {"orjson", "verdict", "with report"}
    assert all(seconds > 0 for seconds, _ratio in taken.values())


def _bytes(document):
    return agreement.json.dumps(document, ensure_ascii=False).encode()
