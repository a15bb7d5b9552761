"""A piece of the template of a page that is rendered once, as long as content stays as it is."""

from django import template
from django.template import Context
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.safestring import SafeString

from portal.core.kept_parts import kept_part

register = template.Library()


class KeptNode(template.Node):
    """A piece of a template, and what tells it from the other pieces of the page."""

    def __init__(self, nodelist: NodeList, name: list[FilterExpression]) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: Context) -> SafeString:
        """Return the piece as it was rendered for the first reader, or rendered now."""
        name = tuple(part.resolve(context) for part in self.name)
        return kept_part(context["request"], context["page"], name, lambda: self.nodelist.render(context))


@register.tag("kept")
def do_kept(parser: Parser, token: Token) -> KeptNode:
    """Keep what stands between `{% kept "week" strip.today %}` and `{% endkept %}` for all readers of `page`.

    First its name on this page, then what it shows that changes without content. What it says of a visitor or the
    clock beside those would be said to everybody, and it explains no words: a page does that once.
    """
    name = [parser.compile_filter(part) for part in token.split_contents()[1:]]
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, name)
