"""Questions about pages of every type."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Subquery
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

from portal.core.freshness import with_check_days
from portal.core.peers import introduce

if TYPE_CHECKING:
    from portal.core.models.users import AnyUser


class PortalPageQuerySet(PageQuerySet):
    """Questions about pages of every type."""

    def _fetch_all(self) -> None:
        anew = self._result_cache is None
        super()._fetch_all()
        if anew:
            introduce(self._result_cache)

    def shown(self, language: str) -> "PortalPageQuerySet":
        """Return what a visitor of one language may see: live, public, no alias of another language."""
        return self.live().public().filter(locale__language_code=language, alias_of=None)

    def public(self) -> "PortalPageQuerySet":
        """Return the pages that stand behind no restriction, as part of the query itself: Wagtail asks twice."""
        path = ExpressionWrapper(OuterRef("path"), output_field=models.CharField())
        above = PageViewRestriction.objects.annotate(asked_path=path).filter(asked_path__startswith=F("page__path"))
        return self.filter(~Exists(above))

    def answering(self, language: str) -> "PortalPageQuerySet":
        """Return what answers at a short address: what is shown, and aliases elsewhere under keys of their own."""
        translated = models.Q(translation_key=F("alias_of__translation_key"))
        found = self.live().public().filter(locale__language_code=language)
        return found.filter(models.Q(alias_of=None) | ~translated)

    def originals(self) -> "PortalPageQuerySet":
        """Return the Dutch pages, which own facts and relations."""
        return self.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)

    def in_work_of(self, user: "AnyUser") -> "PortalPageQuerySet":
        """Return what somebody began or changed last and that is not on the site like that yet."""
        mine = models.Q(owner=user) | models.Q(latest_revision__user=user)
        return self.filter(mine, has_unpublished_changes=True, alias_of=None)

    def kept_by(self, partners: Iterable[int], core: bool) -> "PortalPageQuerySet":
        """Return the pages that these partners keep; the core team keeps what stands in no space."""
        shared = models.Q(partner=None) if core else models.Q()
        return self.filter(models.Q(partner__in=partners) | shared) if partners or core else self.none()

    def due_for_check(self, today: date) -> "PortalPageQuerySet":
        """Return the originals on the site that somebody should look at by now, what is longest overdue first."""
        pages = with_check_days(self.originals().live())
        return pages.filter(check_on__lte=today).order_by("check_on", "pk")

    def without(self, language: str) -> "PortalPageQuerySet":
        """Return the public originals that visitors cannot read in a language; `begun` is the page in the making."""
        made = Page.objects.filter(
            translation_key=OuterRef("translation_key"), locale__language_code=language, alias_of=None
        )
        pages = self.originals().live().annotate(begun=Subquery(made.values("pk")[:1]))
        return pages.filter(~Exists(made.filter(live=True)))
