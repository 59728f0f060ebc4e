import pytest

import rhf_services


@pytest.mark.parametrize("name", rhf_services.__all__)
def test_every_name_of_the_face_is_there(name):
    assert getattr(rhf_services, name) is not None


def test_the_face_lists_its_names_and_nothing_else():
    assert sorted(rhf_services.__all__) == dir(rhf_services)


def test_a_name_that_is_not_there_is_an_ordinary_error():
    with pytest.raises(AttributeError, match="has no attribute 'reports'"):
        rhf_services.reports  # noqa: B018
