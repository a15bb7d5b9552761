"""What a page and its row in a list offer to do with a translation.

wagtail-localize asks the database for each row and offers every language; we ask for all rows, and offer those in which
somebody works.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import ListingButton
from wagtail.models import Locale
from wagtail_localize.models import Translation
from wagtail_localize.wagtail_hooks import page_listing_more_buttons

from portal.core.models.pages import PortalPage
from portal.core.models.users import AnyUser
from portal.core.peers import asked_together
from portal.partners.access.policy import access_of

PLACES = ("register_page_listing_more_buttons", "register_page_header_buttons")


@asked_together
def languages_lacking(pages: list[Any]) -> dict[int, set[int]]:
    """Return the languages in which a page does not exist yet as a page of its own."""
    languages = set(Locale.objects.values_list("pk", flat=True))
    made: dict[UUID, set[int]] = defaultdict(set)
    own = PortalPage.objects.filter(translation_key__in=[page.translation_key for page in pages], alias_of=None)
    for key, language in own.values_list("translation_key", "locale_id"):
        made[key].add(language)
    return {page.pk: languages - made[page.translation_key] for page in pages}


@asked_together
def source_of_translations(pages: list[Any]) -> dict[int, int | None]:
    """Return the key of the texts from which a page is translated at present; None for all but the original."""
    keys = [page.translation_key for page in pages]
    rows = Translation.objects.filter(enabled=True, source__object__in=keys)
    found = {(key, locale): pk for key, locale, pk in rows.values_list("source__object", "source__locale", "source")}
    return {page.pk: found.get((page.translation_key, page.locale_id)) for page in pages}


def buttons_of_a_page(
    page: Any, user: AnyUser, view_name: str | None = None, next_url: str | None = None
) -> Iterator[ListingButton]:
    """Offer what wagtail-localize offers: to translate, if into a language of this person, and to take over changes."""
    if page.is_root() or not user.has_perm("wagtail_localize.submit_translation"):
        return
    if any(map(access_of(user).works_in, languages_lacking(page))):
        # Of an alias the page that it follows is translated.
        address = reverse("wagtail_localize:submit_page_translation", args=[page.alias_of_id or page.pk])
        yield ListingButton(_("Translate this page"), address, priority=60, icon_name="wagtail-localize-language")
    if source := source_of_translations(page):
        address = reverse("wagtail_localize:update_translations", args=[source])
        back = f"?{urlencode({'next': next_url})}" if next_url is not None else ""
        yield ListingButton(_("Sync translated pages"), address + back, priority=60, icon_name="resubmit")


def take_the_place_of_theirs() -> None:
    """Register the buttons instead of those of wagtail-localize, which has no setting for it."""
    for place in PLACES:
        hooks._hooks[place].remove((page_listing_more_buttons, 0))
        hooks.register(place, buttons_of_a_page)
