"""Editors who do something at the same moment each get their own: nothing that threads share keeps what one does."""

import json
from typing import Any

import pytest
from django.db import connection

from home.models import StandardPage


def words(state: str) -> list[str]:
    """What the editor shows of a text, paragraph by paragraph."""
    return [block["text"] for block in json.loads(state)["blocks"]]


@pytest.mark.django_db
def test_a_text_is_read_as_it_is_while_another_thread_reads_one_with_the_same_field() -> None:
    widget = StandardPage._meta.get_field("body").stream_block.child_blocks["paragraph"].field.widget
    theirs: list[str] = []

    def meanwhile(execute: Any, *question: Any) -> Any:
        theirs.append(widget.format_value("<p>Hun pagina gaat over gym.</p>"))
        return execute(*question)

    with connection.execute_wrapper(meanwhile):  # a thread waits here for the page that is linked to
        mine = widget.format_value('<p>Mijn <a linktype="page" id="1">pagina</a> gaat over rekenen.</p>')

    assert words(mine) == ["Mijn pagina gaat over rekenen."]
    assert theirs
    assert all(words(text) == ["Hun pagina gaat over gym."] for text in theirs)
