from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from rhf_services.process.changes import ChangeKind, moved
from rhf_services.process.difference_texts import CHANGES

ids = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6)


def without(order, left_out):
    return [id_ for id_ in order if id_ not in left_out]


@settings(deadline=None)
@given(ids, ids)
def test_without_what_moved_the_orders_are_the_same_and_no_fewer_would_do(before, after):
    common = set(before) & set(after)
    was, now = without(before, set(before) - common), without(after, set(after) - common)
    found = moved(before, after)

    assert found <= common
    assert without(was, found) == without(now, found)
    for size in range(len(found)):
        for fewer in combinations(sorted(common), size):
            assert without(was, fewer) != without(now, fewer)


def test_every_change_has_words():
    assert set(CHANGES) == set(ChangeKind)
