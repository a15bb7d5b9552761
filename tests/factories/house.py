"""The empty house: home page and catalogues in Dutch, and the way to English."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page, Site
from wagtail.signals import page_published

from curriculum.models import CurriculumIndexPage, LabIndexPage, ThemeIndexPage
from home.demo.publishing import add_below, publish
from home.models import GlossaryPage, HomePage, StandardPage
from locations.models import LocationIndexPage, OnboardingIndexPage, PartnerIndexPage
from news.models import StoryIndexPage


@dataclass
class House:
    """The pages everything else stands under."""

    home: HomePage
    locations: LocationIndexPage
    labs: LabIndexPage
    curriculum: CurriculumIndexPage
    themes: ThemeIndexPage
    stories: StoryIndexPage
    joining: OnboardingIndexPage
    about: StandardPage
    partnership: PartnerIndexPage
    glossary: GlossaryPage

    def pages(self) -> list[Any]:
        """All pages of the empty house, parents first."""
        return list(vars(self).values())


def publish_below(parent: Page, page: Any) -> Any:
    """Put a page below a parent and publish it: one save leaves the rows that an editor's publishing leaves."""
    page.locale = parent.locale
    add_below(parent, page)
    publish(page, page.save_revision(clean=False))
    page.refresh_from_db()
    for name in list(page._cluster_related_objects):
        del page._cluster_related_objects[name]  # its rows are those of the database, as of a page that was read
    return page


def put_live(parent: Page, page: Any) -> Any:
    """Put a live page without history below a parent: a third of the work, for pages a test only stands on."""
    page.locale = parent.locale
    page.first_published_at = page.last_published_at = timezone.now()
    parent.add_child(instance=page)
    page_published.send(sender=type(page), instance=page, revision=None)
    return page


def build_house() -> House:
    """Make the Dutch house on the default site; Wagtail's welcome page goes."""
    dutch, _made = Locale.objects.get_or_create(language_code="nl")
    Locale.objects.get_or_create(language_code="en")
    root = Page.get_first_root_node()
    assert root is not None
    home = HomePage(title="Opleidingshuis", slug="nl", heading="Word collega in opleiding", locale=dutch)
    root.add_child(instance=home)
    home.save_revision().publish()
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", root_page=home, is_default_site=True, site_name="Opleidingshuis")
    else:
        old = site.root_page
        site.root_page = home
        site.site_name = "Opleidingshuis"
        site.save()
        if old.pk != home.pk and not old.is_root():
            Page.objects.get(pk=old.pk).delete()
    root = Page.objects.get(pk=root.pk)
    home = HomePage.objects.get(pk=home.pk)
    curriculum = put_live(home, CurriculumIndexPage(title="Curriculum", slug="curriculum"))
    about = put_live(home, StandardPage(title="Over het Opleidingshuis", slug="over-het-opleidingshuis"))
    return House(
        home=home,
        locations=put_live(home, LocationIndexPage(title="Locaties", slug="locaties")),
        labs=put_live(home, LabIndexPage(title="Labs", slug="labs")),
        curriculum=curriculum,
        themes=put_live(curriculum, ThemeIndexPage(title="Thema's", slug="themas")),
        stories=put_live(home, StoryIndexPage(title="Verhalen", slug="verhalen")),
        joining=put_live(home, OnboardingIndexPage(title="Aansluiten", slug="aansluiten")),
        about=about,
        partnership=put_live(about, PartnerIndexPage(title="Het partnerschap", slug="partnerschap")),
        glossary=put_live(about, GlossaryPage(title="Woordenlijst", slug="woordenlijst")),
    )


def find_house() -> House:
    """Return the house that stands in the database already, whatever else does."""
    found: dict[str, tuple[Any, str]] = {
        "home": (HomePage, "nl"),
        "locations": (LocationIndexPage, "locaties"),
        "labs": (LabIndexPage, "labs"),
        "curriculum": (CurriculumIndexPage, "curriculum"),
        "themes": (ThemeIndexPage, "themas"),
        "stories": (StoryIndexPage, "verhalen"),
        "joining": (OnboardingIndexPage, "aansluiten"),
        "about": (StandardPage, "over-het-opleidingshuis"),
        "partnership": (PartnerIndexPage, "partnerschap"),
        "glossary": (GlossaryPage, "woordenlijst"),
    }
    return House(**{name: find_dutch(model, slug) for name, (model, slug) in found.items()})


def find_dutch(model: Any, slug: str) -> Any:
    """Return the Dutch page of a type by its slug."""
    return model.objects.get(slug=slug, locale__language_code="nl")


def in_english(page: Any, **changes: Any) -> Any:
    """Make and publish the English page of a Dutch one, its parents first; text as given in `changes`."""
    english = Locale.objects.get(language_code="en")
    existing = page.get_translation_or_none(english)
    if existing is not None and not existing.alias_of_id:
        return existing.specific
    parent = page.get_parent()
    if not parent.is_root():
        in_english(parent.specific)
    copy = page.copy_for_translation(english)
    copy.live = True
    for name, value in changes.items():
        setattr(copy, name, value)
    if changes:
        copy.save()
    publish(copy, copy.save_revision(clean=False) if changes else copy.latest_revision)
    return type(copy).objects.get(pk=copy.pk)
