"""What search reads of running text is what a reader sees: for every kind of block on every type of page."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from django.apps import apps
from wagtail import blocks
from wagtail.blocks.field_block import BaseChoiceBlock, ChooserBlock
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.rich_text import RichText

from home.models import Figure
from search.documents import stream_text
from search.words_shown import text_of
from tests.factories import House, make_standard

UNREAD = {"address", "alt_text", "key", "source_lines"}
"""Fields that steer, or are for editors and for who cannot see."""
NAMED = {"pages", "figures", "location"}
"""Choices that are shown by their name; a button has words of its own."""
MACHINE = re.compile(r"[<>]|\w+Value\b|\w+Block\b|\bNone\b|object at")


class Filler:
    """Fills any block, and remembers each word a reader must find apart from its neighbours."""

    def __init__(self, house: House, school: Any) -> None:
        self.numbers = count(1)
        self.seen: list[str] = []
        figure = Figure(
            slug="getal", display=self.word(), unit=self.word(), source=self.word(), locale=house.home.locale
        )
        figure.save()
        self.chosen = {
            "Page": make_standard(house.about, title=self.word(), slug="gekozen").page_ptr,
            "Figure": figure,
            "LocationPage": school,
        }
        image = get_image_model().objects.create(title="huis.png", file=get_test_image_file(), consent=True)
        self.images = {get_image_model().__name__: image}

    def word(self) -> str:
        word = f"woord{next(self.numbers)}einde"
        self.seen.append(word)
        return word

    def fill(self, block: Any, name: str) -> Any:
        """Return a value with everything filled in, and two of what may be repeated."""
        if isinstance(block, blocks.BaseStreamBlock):
            return [(key, self.fill(child, key)) for key, child in block.child_blocks.items()] * 2
        if isinstance(block, blocks.ListBlock):
            return [self.fill(block.child_block, name) for _twice in range(2)]
        if isinstance(block, blocks.BaseStructBlock):
            return {key: self.fill(child, key) for key, child in block.child_blocks.items()}
        if isinstance(block, ChooserBlock):
            return self.choose(block, name)
        if isinstance(block, blocks.BooleanBlock | BaseChoiceBlock):
            return block.get_default()
        if isinstance(block, blocks.RichTextBlock):
            words = [self.word() for _place in range(5)]
            return RichText("<h2>{}</h2><p>{}<br/>{}</p><ul><li>{}</li><li>{}</li></ul>".format(*words))
        return "weg" if name in UNREAD else self.word()

    def choose(self, block: Any, name: str) -> Any:
        model = block.target_model.__name__
        if model in self.images:
            return self.images[model]
        if name in NAMED:
            self.seen += re.findall(r"woord\d+einde|Academie|Tien", str(self.chosen[model]))
        return self.chosen[model]


def names_of(block: Any) -> Iterator[str]:
    """Yield the name of every field inside a block."""
    for name, child in (getattr(block, "child_blocks", None) or {}).items():
        yield from (name, *names_of(child))
    if isinstance(block, blocks.ListBlock):
        yield from names_of(block.child_block)


def test_every_block_says_its_words_apart_and_nothing_of_how_it_is_made(house: House, school: Any) -> None:
    filler = Filler(house, school)
    fields = [field for model in apps.get_models() for field in model._meta.local_fields]
    checked = set()
    for stream in (field.stream_block for field in fields if isinstance(field, StreamField)):
        for name, block in stream.child_blocks.items():
            filler.seen.clear()
            filled = filler.fill(block, name)
            text = stream_text(stream.normalize([(name, filled)]))
            words = set(re.findall(r"\w+", text))
            assert set(filler.seen) <= words, (name, text)
            assert words.isdisjoint([name, *names_of(block)]), (name, text)
            assert not MACHINE.search(text), (name, text)
            checked.add(type(block))
    assert len(checked) > 10


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Leren doe je <b>samen</b></p><ul><li>Academie Tien</li></ul>", "Leren doe je samen\nAcademie Tien"),
        ('<a href="/">samen</a><span>Academie Tien</span>', "samen Academie Tien"),
        ("<p>op<b>leidings</b>huis, <span>training</span>.</p>", "opleidingshuis, training."),
        ("<dl><dt>Dag</dt><dd>2 &lt; 3</dd></dl>", "Dag\n2 < 3"),
        ("<p>een<br>twee<br/>drie<img alt='x'>vier</p>", "een\ntwee\ndrie\nvier"),
        ("<table><tr><td>a</td><td>b</td></tr></table><style>p{}</style><svg><title>x</title></svg>c", "a\nb\nc"),
        ("<p>(<span>een</span> <small>twee</small>)</p>", "(een twee)"),
    ],
)
def test_words_stand_apart_as_on_the_screen(html: str, text: str) -> None:
    assert text_of(html) == text
