"""`{% alike %}`: a piece of a template is rendered once for the same values, and tells different ones apart."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.template import TemplateSyntaxError, engines
from django.utils import translation
from django.utils.safestring import mark_safe

from portal.core.navigation import Link
from portal.templatetags.kept_tags import MOST_ALIKE


def made(piece: str) -> Any:
    return engines["django"].from_string("{% load i18n kept_tags %}" + piece)


class Noted:
    """Notes how often it is shown."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.times = 0

    def shown(self) -> str:
        self.times += 1
        return self.word


def test_a_piece_is_rendered_once_for_the_same_values() -> None:
    template, lab, school = (
        made("{% alike thing=thing %}{{ thing.shown }}{% endalike %}"),
        Noted("lab"),
        Noted("school"),
    )

    pages = [template.render({"thing": thing}) for thing in (lab, school, lab, school, lab)]

    assert pages == ["lab", "school", "lab", "school", "lab"]
    assert (lab.times, school.times) == (1, 1)


def test_a_piece_sees_nothing_but_what_it_names() -> None:
    template = made("{% alike word=typed %}{{ word }}{{ typed }}{{ visitor }}{% endalike %}")

    assert template.render({"typed": "lab", "visitor": "Ahmed"}) == "lab"


def test_a_value_without_a_name_is_a_mistake_in_the_template() -> None:
    with pytest.raises(TemplateSyntaxError, match=r"nav\.menu"):
        made("{% alike nav.menu %}{% endalike %}")


def test_a_piece_with_a_block_is_a_mistake_in_the_template() -> None:
    with pytest.raises(TemplateSyntaxError, match="block"):
        made("{% alike %}{% if True %}{% block title %}{% endblock %}{% endif %}{% endalike %}")


def test_each_language_has_its_own_piece() -> None:
    template = made('{% alike %}{% translate "Search" %}{% endalike %}')

    with translation.override("en"):
        english = template.render({})
    with translation.override("nl"):
        dutch = template.render({})

    assert (english, dutch) == ("Search", "Zoeken")


def test_text_that_is_not_safe_is_not_taken_for_the_same_text_that_is() -> None:
    template = made("{% alike text=text %}{{ text }}{% endalike %}")

    safe = template.render({"text": mark_safe("<b>")})
    typed = template.render({"text": "<b>"})

    assert (safe, typed) == ("<b>", "&lt;b&gt;")


def test_a_list_of_links_is_told_from_one_with_another_link() -> None:
    template = made("{% alike links=links %}{% for link in links %}{{ link.title }} {% endfor %}{% endalike %}")

    one = template.render({"links": [Link("Labs", "/nl/labs/")]})
    same = template.render({"links": [Link("Labs", "/nl/labs/")]})
    two = template.render({"links": [Link("Labs", "/nl/labs/"), Link("Zoeken", "/nl/zoeken/")]})

    assert (one, same, two) == ("Labs ", "Labs ", "Labs Zoeken ")


def test_a_value_that_is_not_there_is_no_value() -> None:
    template = made("{% alike gone=gone %}{% if gone %}yes{% else %}no{% endif %}{% endalike %}")

    assert (template.render({}), template.render({"gone": True}), template.render({})) == ("no", "yes", "no")


def test_moments_of_one_hour_on_two_days_differ() -> None:
    template = made("{% alike at=at %}{{ at|date:'j' }}{% endalike %}")

    days = [template.render({"at": datetime(2026, 12, day, 12, tzinfo=UTC)}) for day in (1, 2)]

    assert days == ["1", "2"]


def test_a_process_does_not_fill_up_with_pieces() -> None:
    template = made("{% alike n=n %}{{ n }}{% endalike %}")

    pages = [template.render({"n": number}) for number in range(2 * MOST_ALIKE + 1)]

    assert pages[-1] == str(2 * MOST_ALIKE)
    assert len(template.template.nodelist[-1]._looks) <= MOST_ALIKE
