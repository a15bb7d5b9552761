"""From an empty database to a site: home page and indexes in both languages, the core team, the first administrator.

Every part is made where it is missing and left alone where it is, so that each new version may run it again.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from wagtail.models import Locale, Page, Site

from curriculum.models import CurriculumIndexPage, LabIndexPage, ThemeIndexPage
from home.english import translate
from home.models import GlossaryPage, HomePage, StandardPage
from home.words import Words
from locations.models import LocationIndexPage, OnboardingIndexPage, OpenQuestionsPage, PartnerIndexPage
from news.models import StoryIndexPage
from portal.accounts.invitation import invite
from portal.accounts.models import Invitation
from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.partners.provision import provision_core_team
from portal.partners.rights import Role
from portal.partners.roles import core_group

HOME = "home"


@dataclass(frozen=True, slots=True)
class Standing:
    """A page every site has. `key` is its content key, by which the menu and the footer find it."""

    key: str
    kind: type[PortalPage]
    parent: str
    title: tuple[str, str]
    summary: tuple[str, str]
    """Words in Dutch and in English."""
    slug: tuple[str, str]
    in_menu: bool = False


_ABOUT = "over-het-opleidingshuis"
INDEXES = [
    Standing("locaties", LocationIndexPage, HOME, ("Locaties", "Locations"),
             ("Op deze scholen leer je het vak.", "At these schools you learn the profession."),
             ("locaties", "locations"), True),
    Standing("labs", LabIndexPage, HOME, ("Labs", "Labs"),
             ("In een lab leer je met anderen vanuit een vraag uit de praktijk.",
              "In a lab you learn with others from a question from practice."),
             ("labs", "labs"), True),
    Standing("curriculum", CurriculumIndexPage, HOME, ("Curriculum", "Curriculum"),
             ("Wat je leert, en waar.", "What you learn, and where."),
             ("curriculum", "curriculum"), True),
    Standing("themas", ThemeIndexPage, "curriculum", ("Thema's", "Themes"),
             ("De onderwerpen die in labs en leeruitkomsten terugkomen.",
              "The subjects that return in labs and learning outcomes."),
             ("themas", "themes")),
    Standing("verhalen", StoryIndexPage, HOME, ("Verhalen", "Stories"),
             ("Collega's in opleiding vertellen.", "Colleagues in training tell their story."),
             ("verhalen", "stories"), True),
    Standing("aansluiten", OnboardingIndexPage, HOME, ("Aansluiten", "Joining"),
             ("Wat het vraagt van een school om mee te doen.", "What it takes for a school to join."),
             ("aansluiten", "joining"), True),
    Standing(_ABOUT, StandardPage, HOME, ("Over het Opleidingshuis", "About the Opleidingshuis"),
             ("Wie we zijn en hoe we samenwerken.", "Who we are and how we work together."),
             (_ABOUT, "about")),
    Standing("partnerschap", PartnerIndexPage, _ABOUT, ("Het partnerschap", "The partnership"),
             ("De scholen, besturen en instituten die samen opleiden.",
              "The schools, boards and institutes that train together."),
             ("partnerschap", "partnership")),
    Standing("bord", OpenQuestionsPage, _ABOUT, ("Wat we nog niet weten", "What we do not know yet"),
             ("Open vragen per locatie en partner, met wie ze beantwoordt.",
              "Open questions by location and partner, with who answers them."),
             ("wat-we-nog-niet-weten", "what-we-do-not-know-yet")),
    Standing("ritme", StandardPage, _ABOUT, ("Het ritme", "The rhythm"),
             ("Hoe een jaar in het Opleidingshuis verloopt.", "How a year in the Opleidingshuis goes."),
             ("ritme", "rhythm")),
    Standing("evenementen", StandardPage, _ABOUT, ("Evenementen", "Events"),
             ("Bijeenkomsten waar je elkaar ontmoet.", "Meetings where people meet."),
             ("evenementen", "events")),
    Standing("inzichten", StandardPage, _ABOUT, ("Inzichten", "Insights"),
             ("Kansen, uitdagingen en adviezen voor beleid.", "Opportunities, challenges and advice for policy."),
             ("inzichten", "insights")),
    Standing("woordenlijst", GlossaryPage, _ABOUT, ("Woordenlijst", "Glossary"),
             ("Wat de woorden betekenen die we gebruiken.", "What the words mean that we use."),
             ("woordenlijst", "glossary")),
]  # fmt: skip
"""The indexes, parents first; where an editor finds a place for everything."""


@transaction.atomic
def bootstrap() -> list[str]:
    """Make what is missing and return what was made, in words. Raises ValidationError where a page cannot be made."""
    made = []
    words = Words()
    english, _made = Locale.objects.get_or_create(language_code="en")
    home = HomePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if home is None:
        home = _home(words)
        made.append(home.title)
    _let_the_site_begin_at(home)
    pages: dict[str, Any] = {HOME: home}
    for standing in INDEXES:
        page = _found(standing)
        if page is None:
            page = _index(standing, pages[standing.parent], words)
            made.append(page.title)
        pages[standing.key] = page
    for page in pages.values():
        if page.get_translation_or_none(english) is None:
            made.append(_in_english(page, words, english))
    provision_core_team()
    return made


@transaction.atomic
def invite_administrator(email: str, again: bool = False) -> bool:
    """Invite a core administrator by mail; nothing happens for one who is invited or has the role already.

    Returns whether an invitation was sent. `again` sends a new one and ends the earlier. Raises ValidationError for
    an address that cannot be.
    """
    email = email.lower()
    if User.objects.filter(email__iexact=email, groups=core_group(Role.CORE_ADMIN)).exists():
        return False
    asked = Invitation.objects.open().filter(email__iexact=email, partner=None, role=Role.CORE_ADMIN)
    if asked.exists() and not again:
        return False
    invitation = Invitation(email=email, role=Role.CORE_ADMIN, language=settings.LANGUAGE_CODE)
    invitation.full_clean(exclude=["token_hash", "expires"])
    invite(invitation, None)
    return True


def _home(words: Words) -> HomePage:
    """Make the Dutch home page."""
    name = settings.WAGTAIL_SITE_NAME
    home = HomePage(
        title=words.same(name),
        heading=words.add("Word collega in opleiding", "Become a colleague in training"),
        summary=words.add(
            "In het Opleidingshuis leer je het vak van leraar in de school zelf.",
            "In the Opleidingshuis you learn the profession of teacher in the school itself.",
        ),
        content_key=HOME,
    )
    root = Page.get_first_root_node()
    assert root is not None
    return _publish(home, root, ("opleidingshuis", "opleidingshuis-en"), words)


def _let_the_site_begin_at(home: HomePage) -> None:
    """Let the default site begin at the home page in place of Wagtail's welcome page, which goes."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first() or Site(is_default_site=True)
    old = site.root_page if site.root_page_id else None
    if old is not None and isinstance(old.specific, HomePage):
        return
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site.root_page, site.site_name = home, settings.WAGTAIL_SITE_NAME
    site.hostname = address.hostname or "localhost"
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.save()
    if old is not None and type(old.specific) is Page and old.depth > 1 and not old.numchild:
        Page.objects.get(pk=old.pk).delete()


def _found(standing: Standing) -> Any:
    """Return the Dutch page that takes this place: of the same key, or of a type of which there is one only."""
    mine = Q(content_key=standing.key)
    if standing.kind is not StandardPage:
        mine |= Q(pk__isnull=False)
    pages = standing.kind.objects.filter(mine, locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
    return pages.order_by("-live", "path").first()


def _index(standing: Standing, parent: PortalPage, words: Words) -> PortalPage:
    page = standing.kind(
        title=words.add(*standing.title),
        summary=words.add(*standing.summary),
        content_key=standing.key,
        show_in_menus=standing.in_menu,
    )
    return _publish(page, parent, standing.slug, words)


def _publish(page: PortalPage, parent: Page, slug: tuple[str, str], words: Words) -> PortalPage:
    """Put a page below its parent, live; raises ValidationError where the address is taken."""
    page.locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    page.slug = slug[0]
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    words.slugs[str(page.translation_key)] = slug[1]
    return page


def _in_english(page: PortalPage, words: Words, english: Locale) -> str:
    """Translate a page that was just made; one an editor wrote is the editor's to translate."""
    try:
        return str(translate(page, words, english).title)
    except KeyError:
        title = page.title
    raise ValidationError(f"“{title}” has no English page yet: have it translated in the admin, then run this again.")
