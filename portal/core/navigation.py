"""Menu, breadcrumbs, languages and footer of a page, made of what a process keeps of the tree.

The menu is the page tree: children of the home page that an editor put in the menu, and the tools that pages
offer below themselves. Content keys name the pages code refers to; they are equal in both languages.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.address_words import address, pairs_of
from portal.core.locales import language_of
from portal.core.models.pages import PortalPage
from portal.core.route_names import route_name, route_path, view_urls
from portal.core.site_roots import site_for
from portal.core.site_tree import HOME_DEPTH, TreePage, around, frame, paths_above
from portal.core.view_paths import path_to
from portal.core.worded import PerLanguage


@dataclass(frozen=True, slots=True)
class Tool:
    """A page below a page that is a view, not a page of the tree: which page, what it is called, where it is."""

    owner: str
    label: Promise
    paths: PerLanguage[str]


ROUTE = Tool("locaties", _("Your route"), PerLanguage(nl="jouw-route/", en="your-route/"))
COMPARE = Tool("locaties", _("Compare locations"), PerLanguage(nl="vergelijken/", en="compare/"))
LINE = Tool("locaties", _("The continuous line"), PerLanguage(nl="doorlopende-lijn/", en="continuous-line/"))
CALENDAR = Tool("labs", _("Calendar of labs"), PerLanguage(nl="agenda/", en="calendar/"))

MENU_TOOLS = {"labs": ROUTE}
"""Content key of a menu page → the tool that stands behind it in the menu."""
AUDIENCES: tuple[tuple[Promise, str | Tool], ...] = (
    (_("I want to become a teacher"), ROUTE),
    (_("I am a colleague in training"), "labs"),
    (_("Our school wants to join"), "aansluiten"),
    (_("I work on policy"), "inzichten"),
)
"""The entry points of the footer: words, and where they lead."""
ELSEWHERE = "wat-je-hier-niet-vindt"
"""Content key of the page about what this site does not answer, and who does."""
KEYS = (*(target for _label, target in AUDIENCES if isinstance(target, str)), "ritme", "bord", ELSEWHERE)
"""Content keys of pages that entry points and sections lead to, wherever they stand in the tree."""


class Link(NamedTuple):
    """A link. `current` is "page" for the page itself, "true" for a page it stands below, else empty."""

    title: Any
    url: str
    current: str = ""


@dataclass(frozen=True, slots=True)
class OpenedFrom:
    """The list a page was opened from: the page it belongs to, and the list under a choice, in words."""

    index: Link
    chosen: Link


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A language of the site, and where this page is in it; `exact` when that is the same page.

    `query` is what the visitor chose, in the words of that language.
    """

    code: str
    name: str
    url: str
    current: bool = False
    exact: bool = True
    query: str = ""

    @property
    def address(self) -> str:
        """The link itself, choices included; search engines get the bare `url`."""
        return f"{self.url}{self.query}"


@dataclass(slots=True)
class Navigation:
    """Everything around the content of a page."""

    home_url: str
    search_url: str
    menu: list[Link] = field(default_factory=list)
    crumbs: list[Link] = field(default_factory=list)
    languages: list[LanguageLink] = field(default_factory=list)
    audiences: list[Link] = field(default_factory=list)
    locations: list[Link] = field(default_factory=list)
    schools: dict[str, str] = field(default_factory=dict)
    """Title by content key of the locations."""
    about: list[Link] = field(default_factory=list)
    opened_from: OpenedFrom | None = None
    """The list a page was opened from; the page itself stays where it is."""
    addresses: dict[str, str] = field(default_factory=dict)
    """Address by content key of the pages right below the home page and of those in KEYS, of the tools by
    name, and `elsewhere` of the page about what this site does not answer."""

    @property
    def trail(self) -> list[Link]:
        """The breadcrumbs as they are shown: the way somebody came, else where the page stands."""
        came = self.opened_from
        return [*self.crumbs[:1], came.index, came.chosen] if came else self.crumbs

    @property
    def alternates(self) -> dict[str, str]:
        """Addresses of this very page by language code, its own included; for `hreflang`."""
        return {language.code: language.url for language in self.languages if language.exact}


def navigation_for(
    request: HttpRequest, page: object = None, view_above: Link | None = None, opened_from: OpenedFrom | None = None
) -> Navigation:
    """Return the navigation of a page, or of a view without one (search, 404).

    `view_above` is the view between a page and the view that is shown, for the breadcrumbs.
    """
    page = page if isinstance(page, PortalPage) else None
    tree = _Tree(request, page)
    menu = tree.menu()
    if opened_from:
        menu = [Link(link.title, link.url, "true" if link.url == opened_from.index.url else "") for link in menu]
    _LAST_MENU[tree.language] = [Link(str(link.title), link.url) for link in menu]
    about = [Link(item.title, tree.url(item)) for item in tree.children if not item.show_in_menus]
    return Navigation(
        home_url=tree.url(tree.home) if tree.home else f"/{tree.language}/",
        search_url=search_url(),
        menu=menu,
        crumbs=[*tree.crumbs(), *([view_above] if view_above else [])],
        languages=_languages(request, page, tree),
        audiences=tree.audiences(),
        locations=tree.locations(),
        schools={item.content_key: item.title for item in tree.schools()},
        about=[*about, Link(_("Contact"), path_to("contact")), *tree.tool_links(CALENDAR)],
        addresses=tree.addresses(),
        opened_from=opened_from,
    )


_LAST_MENU: dict[str, list[Link]] = {}


def last_menu(language: str) -> list[Link]:
    """Return the menu that this process showed last in a language, without asking the database; search stands last."""
    with translation.override(language):
        return [*_LAST_MENU.get(language, []), Link(_("Search"), search_url())]


def search_url() -> str:
    """Return the address of the results page in the active language."""
    return path_to("search")


class _Tree:
    """The part of the page tree that navigation shows."""

    def __init__(self, request: HttpRequest, page: PortalPage | None) -> None:
        self.request = request
        self.page = page
        self.language = language_of(page) if page else str(translation.get_language())
        site = site_for(request)
        near = around(page.path or "", page.translation_key, site) if page else []
        above = paths_above(page.path) if page and page.path else []
        self.above = [item for item in near if item.path in above and item.language == self.language]
        self.translations = [item for item in near if page and item.translation_key == page.translation_key]
        pages = {item.pk: item for item in [*frame(self.language, KEYS, site), *self.above]}
        self.pages = sorted(pages.values(), key=lambda item: item.path)
        self.home = next((item for item in self.pages if item.depth == HOME_DEPTH), None)
        self.children = [item for item in self.pages if item.depth == HOME_DEPTH + 1]
        self.by_key = {item.content_key: item for item in self.pages}

    def url(self, item: TreePage | PortalPage) -> str:
        """Return the address of a page."""
        return item.url if isinstance(item, TreePage) else item.get_url(self.request) or ""

    def addresses(self) -> dict[str, str]:
        """Return addresses by content key; a page right below the home page wins from a namesake elsewhere.

        The tools that pages lead to stand in it as `compare`, `route` and `line`.
        """
        found = {item.content_key: self.url(item) for item in [*self.pages, *self.children]}
        tools = {"compare": COMPARE, "route": ROUTE, "line": LINE}
        named = {name: link.url for name, tool in tools.items() for link in self.tool_links(tool)}
        return {**found, **named, "elsewhere": found.get(ELSEWHERE, "")}

    def menu(self) -> list[Link]:
        """Return the pages of the menu, each tool behind its page."""
        links = []
        for item in self.children:
            if item.show_in_menus:
                links.append(Link(item.title, self.url(item), self.position(item)))
                links += self.tool_links(MENU_TOOLS.get(item.content_key))
        tools = {link.url for link in links if link.current and link.url == self.request.path}
        return [link if not tools or link.url in tools else Link(link.title, link.url) for link in links]

    def position(self, item: TreePage) -> str:
        """Return "page" when a page is shown, "true" when something below it is, else nothing."""
        if not self.page or not self.page.path.startswith(item.path):
            return ""
        return "page" if self.page.pk == item.pk and not route_name(self.request) else "true"

    def tool_links(self, tool: Tool | None) -> list[Link]:
        """Return the link to a tool; nothing when its page is not shown."""
        owner = self.by_key.get(tool.owner) if tool else None
        if tool is None or owner is None:
            return []
        url = self.url(owner) + tool.paths[self.language]
        return [Link(tool.label, url, "page" if url == self.request.path else "")]

    def crumbs(self) -> list[Link]:
        """Return the pages above this one, the home page first; below a page also the page itself."""
        above = [item for item in self.above if self.page is None or item.pk != self.page.pk]
        links = [Link(self.crumb_title(item), self.url(item)) for item in above]
        if self.page and route_name(self.request):
            links.append(Link(self.page.title, self.url(self.page)))
        if not links and self.page is None and self.home:
            links = [Link(self.crumb_title(self.home), self.url(self.home))]
        return links

    def crumb_title(self, item: TreePage) -> str | Promise:
        """Return the words for a page in the breadcrumbs: the home page is just that."""
        return _("Home") if item.depth == HOME_DEPTH else item.title

    def audiences(self) -> list[Link]:
        """Return the entry points whose page is shown."""
        links = []
        for label, target in AUDIENCES:
            if isinstance(target, Tool):
                links += [Link(label, link.url) for link in self.tool_links(target)]
            elif target in self.by_key:
                links.append(Link(label, self.url(self.by_key[target])))
        return links

    def locations(self) -> list[Link]:
        """Return the locations and the tool that compares them."""
        return [*(Link(item.title, self.url(item)) for item in self.schools()), *self.tool_links(COMPARE)]

    def schools(self) -> list[TreePage]:
        """Return the locations; none where their list is not shown."""
        index = self.by_key.get(COMPARE.owner)
        return [item for item in self.pages if index and item.is_space and item.path.startswith(index.path)]


def _languages(request: HttpRequest, page: PortalPage | None, tree: _Tree) -> list[LanguageLink]:
    """Return each language with the address of this page in it."""
    urls = _page_urls(request, page, tree) if page else view_urls(request)
    asked = pairs_of(request.GET)
    links = []
    for code, _name in settings.LANGUAGES:
        name = translation.get_language_info(code)["name_local"].capitalize()
        url, exact = (urls[code], True) if code in urls else (_untranslated_url(page, code), False)
        links.append(LanguageLink(code, name, url, code == tree.language, exact, address(asked, code) if exact else ""))
    return links


def _page_urls(request: HttpRequest, page: PortalPage, tree: _Tree) -> dict[str, str]:
    """Return the address of a page, or of the view below it, in each language it is live in."""
    others = {item.language: item for item in tree.translations if item.pk != page.pk}
    pages: dict[str, TreePage | PortalPage] = {tree.language: page, **others}
    return {code: tree.url(item) + route_path(request, page, code) for code, item in pages.items()}


def _untranslated_url(page: PortalPage | None, language: str) -> str:
    """Return the address that says, in a language, that a page does not exist in it; else its home page."""
    if page is None or not page.pk:
        return f"/{language}/"
    with translation.override(language):
        return reverse("untranslated", args=[page.pk])
