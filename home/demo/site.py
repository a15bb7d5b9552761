"""What the loader knows while it builds: texts, pages by key, partners, pictures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, TypeVar

from django.conf import settings
from django.core.files.images import ImageFile
from django.db.models import Model
from wagtail.models import Collection, Locale, Page

from home.demo.data import source_lines
from home.demo.drawings import DRAWINGS
from home.demo.phrases import lines, parts_of
from home.demo.publishing import add_below, publish
from home.words import Words
from portal.core.models.media import PortalImage
from portal.core.models.pages import PageSector, PortalPage
from portal.partners.models import Partner

P = TypeVar("P", bound=PortalPage)
T = TypeVar("T", bound=Model)


def set_children(owner: T, **rows: Sequence[Model]) -> T:
    """Give an unsaved page or snippet its child rows, by the name of their relation, in their order.

    A form numbers them; rows without a number come in any order once one of them is saved again.
    """
    for relation, children in rows.items():
        for place, child in enumerate(children):
            if hasattr(child, "sort_order"):
                child.sort_order = place
        setattr(owner, relation, children)
    return owner


@dataclass
class DemoSite:
    """The Dutch site in the making. Pages are found by kind and content key: `pages["lab", "didactisch-coachen"]`."""

    locale: Locale
    words: Words = field(default_factory=Words)
    pages: dict[tuple[str, str], Any] = field(default_factory=dict)
    partners: dict[str, Partner] = field(default_factory=dict)
    pictures: dict[str, PortalImage] = field(default_factory=dict)
    snippets: dict[tuple[str, str], Any] = field(default_factory=dict)
    searched: set[str] = field(default_factory=set)
    """What can have search phrases, by the name it has among them: `lab:didactisch-coachen`."""

    def page(self, kind: str, key: str) -> Any:
        """Return a page built earlier; raises KeyError for one that is not there."""
        return self.pages[kind, key]

    def space(self, slug: str) -> Any:
        """Return the space of a partner: its location page, else its partner page."""
        return self.pages.get(("locatie", slug)) or self.pages["partner", slug]

    def publish(self, kind: str, entry: dict[str, Any], parent: Page, page: P) -> P:
        """Put a page below its parent, live, with the marks of honesty and the slugs of its entry.

        A page with lines of the source and the mark of an example has its core from the source and an invented part.

        `entry` gives slug (or key), slug_nl, slug_en, sectors, source_lines and example.
        """
        key = entry.get("key") or entry["slug"]
        page.locale = self.locale
        page.slug = entry.get("slug_nl") or key
        page.content_key = key
        page.search_phrases = self.phrases(kind, key, page)
        page.source_lines = source_lines(entry)
        page.is_example = any(part.get("example") for part in [entry, *entry.get("sections", [])])
        set_children(page, sectors=[PageSector(code=code) for code in entry.get("sectors", [])])
        add_below(parent, page)
        publish(page, page.save_revision(clean=False))  # checked when it was put below its parent
        if english := entry.get("slug_en"):
            self.words.slugs[str(page.translation_key)] = english
        self.pages[kind, key] = page
        return page

    def phrases(self, kind: str, key: str, page: PortalPage | None = None) -> str:
        """Return how people search for something and for the views below a page, a phrase a line."""
        parts = parts_of(kind, key, page)
        self.searched |= parts.keys()
        dutch, english = (lines(parts, language) for language, _name in settings.LANGUAGES)
        return self.words.add(dutch, english)

    def picture(self, name: str) -> PortalImage:
        """Return one of the drawings as an image of the library, drawn when it is first asked for."""
        if name not in self.pictures:
            title, english, draw = DRAWINGS[name]
            self.pictures[name] = PortalImage.objects.create(
                title=title,
                description=title,
                description_en=english,
                file=ImageFile(BytesIO(draw()), name=f"{name}.png"),
                credit="Opleidingshuis",
                consent=True,
                collection=Collection.get_first_root_node(),
            )
        return self.pictures[name]
