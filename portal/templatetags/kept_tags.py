"""Pieces of a template that are rendered once: as long as content stays as it is, or for the same values."""

from collections.abc import Hashable, Mapping
from typing import Any

from django import template
from django.template import Context
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.template.loader_tags import BlockNode
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from portal.core.kept_parts import kept_part

register = template.Library()

MOST_ALIKE = 500
"""How often one piece is kept; whoever comes after that begins anew."""


class KeptNode(template.Node):
    """A piece of a template, and what tells it from the other pieces of the page."""

    def __init__(self, nodelist: NodeList, name: list[FilterExpression]) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: Context) -> SafeString:
        """Return the piece as it was rendered for the first reader, or rendered now."""
        name = tuple(part.resolve(context) for part in self.name)
        return kept_part(context["request"], context["page"], name, lambda: self.nodelist.render(context))


class AlikeNode(template.Node):
    """A piece of a template, the values that it shows by name, and how it looked with those it was asked for."""

    # Each page looks through all nodes of its frame for blocks, and here are none.
    child_nodelists = ()

    def __init__(self, nodelist: NodeList, values: Mapping[str, FilterExpression]) -> None:
        self.nodelist = nodelist
        self.values = values
        self._looks: dict[Hashable, SafeString] = {}

    def render(self, context: Context) -> SafeString:
        """Return the piece as it looked before with these values in this language, or rendered now."""
        shown = [_hashable(value.resolve(context, ignore_failures=True)) for value in self.values.values()]
        # With their types: what is safe is not escaped, and equals the same text that is.
        key = (get_language(), *shown, *map(type, shown))
        look = self._looks.get(key)
        if look is None:
            if len(self._looks) >= MOST_ALIKE:
                self._looks.clear()
            look = self._looks[key] = self.nodelist.render(context.new(dict(zip(self.values, shown, strict=True))))
        return look


def _hashable(value: Any) -> Hashable:
    return tuple(value) if isinstance(value, list) else value


@register.tag("kept")
def do_kept(parser: Parser, token: Token) -> KeptNode:
    """Keep what stands between `{% kept "week" strip.today %}` and `{% endkept %}` for all readers of `page`.

    First its name on this page, then what it shows that changes without content. What it says of a visitor or the
    clock beside those would be said to everybody, and it explains no words: a page does that once.
    """
    name = [parser.compile_filter(part) for part in token.split_contents()[1:]]
    return KeptNode(_piece(parser, "endkept"), name)


@register.tag("alike")
def do_alike(parser: Parser, token: Token) -> AlikeNode:
    """Render what stands between `{% alike title=item.title days=item.days %}` and `{% endalike %}` once for them.

    The piece sees these values by these names and nothing else. They are texts, numbers, moments, or things and lists
    that are made of those. What hardly anybody shares, such as words that a visitor typed, stands outside, and so does
    what a tag asks of the database or the clock, and a block.
    """
    given = token.split_contents()[1:]
    values = token_kwargs(given, parser)
    if given:
        raise template.TemplateSyntaxError(f"alike takes values by name, and {given[0]} has none")
    piece = _piece(parser, "endalike")
    if piece.get_nodes_by_type(BlockNode):
        raise template.TemplateSyntaxError("a piece that is alike holds no block: another template would change it")
    return AlikeNode(piece, values)


def _piece(parser: Parser, end: str) -> NodeList:
    """Return what stands up to the end of a tag."""
    nodelist = parser.parse((end,))
    parser.delete_first_token()
    return nodelist
