"""Work that follows changes: at once, or once behind many of them."""

from collections.abc import Iterable

import pytest

from portal.afterwards import Afterwards


@pytest.fixture
def done() -> list[list[str]]:
    return []


@pytest.fixture
def follow(done: list[list[str]]) -> Afterwards[str]:
    def work(things: Iterable[str]) -> None:
        done.append(list(things))

    return Afterwards("test", work)


def test_work_follows_a_change_at_once(follow: Afterwards[str], done: list[list[str]]) -> None:
    follow("a", "b")
    follow("a")
    assert done == [["a", "b"], ["a"]]


def test_in_a_block_it_is_done_once_at_the_end_for_each_thing(follow: Afterwards[str], done: list[list[str]]) -> None:
    with follow.at_the_end():
        follow("b")
        follow("a", "b")
        assert done == []
    follow("c")
    assert done == [["b", "a"], ["c"]]


def test_a_block_that_fails_leaves_it_undone_and_the_next_change_is_followed_again(
    follow: Afterwards[str], done: list[list[str]]
) -> None:
    def break_off() -> None:
        with follow.at_the_end():
            follow("a")
            raise ValueError("broken off")

    with pytest.raises(ValueError, match="broken"):
        break_off()
    assert done == []
    follow("b")
    assert done == [["b"]]
