"""Who may do what with one page: Wagtail's answers from the groups, and what spaces and languages take off them.

Whatever Wagtail shows or does asks `page.permissions_for_user(user)`: menus, buttons, screens, bulk actions, choosers,
the API. The answer comes from here, by `PORTAL_PAGE_PERMISSION_TESTER`. Where a right alone would allow what is not
done here there is a `Refusal`, with which a screen says why.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, PagePermissionTester

from portal.core.addresses import OWNED, is_owned
from portal.core.models.pages import PortalPage
from portal.core.peers import asked_together
from portal.core.translations.together import original_elsewhere, translations_of_each
from portal.partners.access.in_use import leaning_on
from portal.partners.access.policy import UserAccess, access_of


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why somebody does not do what their rights allow, and the address where they go on."""

    message: str
    address: str
    leaning: frozenset[int] = frozenset()
    """The keys of the pages that lean on this one, when that is why."""


@asked_together
def holds_space(pages: list[Page]) -> dict[int, bool]:
    """Whether a page is the space of a partner or has such spaces below it."""
    spaces = PortalPage.objects.filter(is_space=True)
    if len(pages) == 1:
        return {pages[0].pk: spaces.filter(path__startswith=pages[0].path).exists()}
    paths = list(spaces.values_list("path", flat=True))
    return {page.pk: any(path.startswith(page.path) for path in paths) for page in pages}


@asked_together
def going_along(pages: list[Page]) -> dict[int, list[Page]]:
    """Return the translations that are deleted with a page."""
    return translations_of_each(pages, PortalPage)


class PortalPagePermissionTester(PagePermissionTester):
    """Answers about one person and one page. Only administrators decide about spaces; a page keeps its language."""

    page: Any

    @property
    def access(self) -> UserAccess:
        """What this person may see and decide elsewhere."""
        return access_of(self.user)

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Delete no space, nothing with one below it or that others lean on, and no translation against the rules."""
        return bool(super().can_delete(ignore_bulk)) and self._kept() is None

    def can_unpublish(self) -> bool:
        """Take a space offline, and with it everything a partner made, as an administrator only."""
        return bool(super().can_unpublish()) and self._kept_as_space() is None

    def can_move(self) -> bool:
        """Move a space as an administrator only; others move what they may delete, alone or with what is below it."""
        return bool(super().can_delete(ignore_bulk=True)) and self._kept_as_space() is None

    def can_move_to(self, destination: Page) -> bool:
        """Move a page within its language, beside its original, and onto no address of the site itself."""
        return self._fits_below(destination) and self._kept_from(destination) is None

    def can_copy_to(self, destination: Page, recursive: bool = False) -> bool:
        """Copy a page, but not with everything below it to below itself."""
        return not (recursive and self._is(destination)) and bool(super().can_copy_to(destination, recursive))

    def can_translate(self) -> bool:
        """Have the page translated: who edits it, and who translates for its partner."""
        return bool(self.can_edit()) or self.access.translates_for(self.page)

    def can_take_translations(self) -> bool:
        """Get translations below this page, whatever their type: who may make pages here."""
        return self.access.is_technical or "add" in self.permissions

    def why_not_delete(self) -> Refusal | None:
        """Return why a page stays that one's rights alone would let go."""
        return self._kept() if super().can_delete() else None

    def why_not_unpublish(self) -> Refusal | None:
        """Return why a page stays on the site that one's rights alone would take off it."""
        return self._kept_as_space() if super().can_unpublish() else None

    def why_not_move_to(self, destination: Page) -> Refusal | None:
        """Return why a page does not go where one's rights alone would let it; a space says so to everybody."""
        if space := self._kept_as_space():
            return space
        return self._kept_from(destination) if self._fits_below(destination) else None

    def _fits_below(self, destination: Page) -> bool:
        """Say whether Wagtail would move the page there."""
        return not self._is(destination) and bool(super().can_move_to(destination))

    def _is(self, other: Page) -> bool:
        """Say whether another is this page; to Wagtail a base page and the page of its own type are two."""
        return bool(self.page.pk == other.pk)

    def _kept(self) -> Refusal | None:
        if holds_space(self.page):
            if not (self.page.is_space and self.access.is_admin):
                return _of_a_space()
            kept = _("This is the space of a partner. Here you see what stands in it, and what can happen to it.")
            return Refusal(kept, reverse("partner_leaving", args=[self.page.partner_id]))
        if leaning := leaning_on(self.page):
            return Refusal(_of_a_page_in_use(self.page), self._screen_of_deleting(), frozenset(leaning))
        if all(translation.permissions_for_user(self.user).can_delete() for translation in going_along(self.page)):
            return None
        message = _("Its translation would go too, and you may not delete that. Ask an editor.")
        return Refusal(message, self._list())

    def _kept_as_space(self) -> Refusal | None:
        return _of_a_space() if self.page.is_space and not self.access.is_admin else None

    def _kept_from(self, destination: Page) -> Refusal | None:
        if original := original_elsewhere(self.page, destination):
            message = _(
                "A translation stays beside its Dutch page. Move “%(title)s” instead; the English page moves along."
            )
            return Refusal(message % {"title": original.title}, self._list())
        if self.page.locale_id != destination.locale_id and not destination.is_root():
            return Refusal(_("A page stays in its own language. Have it translated instead."), _first_screen())
        if is_owned(self.page.slug, destination):
            return Refusal(str(OWNED % {"slug": self.page.slug}), _first_screen())
        return None

    def _screen_of_deleting(self) -> str:
        return reverse("wagtailadmin_pages:delete", args=[self.page.pk])

    def _list(self) -> str:
        return reverse("wagtailadmin_explore", args=[self.page.get_parent().pk])


def _of_a_space() -> Refusal:
    message = _("This is the space of a partner. Ask the core team to move or close it.")
    return Refusal(message, _first_screen())


def _of_a_page_in_use(page: Page) -> str:
    return _("“%(title)s” is in use, so it is not deleted. Here you see where.") % {"title": page.title}


def _first_screen() -> str:
    return reverse("wagtailadmin_home")
