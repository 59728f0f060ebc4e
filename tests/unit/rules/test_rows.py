from support.checks import checked, finding


def test_doubles_point_at_the_first_row_they_repeat():
    rows = [
        {"title": "En"},
        {"title": "To", "doi": "10.5555/1"},
        {"title": " EN "},
        {"title": "to", "doi": "https://doi.org/10.5555/1"},
    ]
    verdict = checked({"scientific-articles": rows})
    found = [found.params for found in verdict.findings if found.code == "ACT006"]
    assert [(params["row"], params["first_row"]) for params in found] == [(3, 1), (4, 2)]


def test_a_region_in_three_rows_is_told_once_at_the_last():
    rows = [{"affiliation": "helse-vest", "count": n} for n in (1, 2, 3)]
    verdict = checked({"clinical-activity": [*rows, {"affiliation": "helse-nord", "count": 1}]})
    found = finding(verdict, "ACT007")
    assert (
        found.place.json_pointer,
        found.params["count"],
    ) == ("/answers/clinical-activity/2", 3)


def test_every_starred_column_that_is_missing_is_named_at_its_row():
    found = finding(checked({"clinical-activity": [{"unit": "patients"}]}), "ACT005")
    assert found.params["columns"] == ("affiliation", "count")
