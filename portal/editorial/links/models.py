"""A link in a text on the site that leads nowhere and since when that is known, and what other sites answered."""

from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from portal.core.models.pages import PortalPage


class Trouble(models.TextChoices):
    """What is wrong with a link."""

    GONE = "gone", _("the page is gone")
    OFFLINE = "offline", _("the page is not on the site")
    CLOSED = "closed", _("not everybody may read the page")
    NO_DOCUMENT = "document", _("the document is gone")
    NOWHERE = "nowhere", _("there is nothing at this address")
    ABSENT = "absent", _("the other site has no such page")
    SILENT = "silent", _("the other site does not answer")
    UNTRUSTED = "untrusted", _("the certificate of the other site does not hold")
    FAILING = "failing", _("the other site answers with an error")
    ASTRAY = "astray", _("the other site keeps leading on")
    MOVED = "moved", _("works, but has moved for good")
    """Advice: nobody is led astray yet."""


class BrokenLink(models.Model):
    """One link on one page, broken or moved.

    The row keeps the day it was first found, and goes when the link is right again.
    """

    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="broken_links")
    field = models.CharField(_("field"), max_length=250)
    names = models.JSONField(default=dict, db_default={})
    """How the field is called, by language."""
    words = models.CharField(_("words of the link"), max_length=120)
    target = models.CharField(_("leads to"), max_length=500)
    trouble = models.CharField(_("what is wrong"), max_length=12, choices=Trouble.choices)
    moved_to = models.CharField(_("has moved to"), max_length=2000, blank=True, default="", db_default="")
    since = models.DateField(_("since"))

    wagtail_reference_index_ignore = True
    """Nobody leans on a page because a link in it is broken."""

    class Meta:
        ordering = ["since", "page__path", "pk"]
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")

    def __str__(self) -> str:
        return f"{self.words}: {self.target}"

    @property
    def place(self) -> str:
        """Return how the field is called in the language of the reader."""
        name: str = self.names.get(get_language(), self.field)
        return name

    @property
    def leads_to(self) -> str:
        """Return where the link leads, in the language of the reader; a page or document that is gone has a number."""
        kind, _space, number = self.target.partition(" ")
        if kind == "page" and number:
            return gettext("page %(number)s") % {"number": number}
        if kind == "document" and number:
            return gettext("document %(number)s") % {"number": number}
        return self.target


WEEK = timedelta(days=7)
"""How long an address on another site is left alone once it was asked for."""
ENOUGH = 2
"""On how many days in a row of rounds a link has to fail before it is called broken."""


class OutsideAddressQuerySet(models.QuerySet["OutsideAddress"]):
    """Questions about addresses on other sites."""

    def due(self, now: datetime) -> Any:
        """Return what was not asked for in a week, longest ago first; a clock that was ahead keeps none from it."""
        asked_long_ago = Q(asked_at=None) | Q(asked_at__lte=now - WEEK) | Q(asked_at__gt=now + WEEK)
        return self.filter(asked_long_ago).order_by(F("asked_at").asc(nulls_first=True), "pk")

    def told(self) -> Any:
        """Return what editors should know of: broken, or moved for good."""
        return self.filter(Q(failures__gte=ENOUGH) | ~Q(moved_to=""))


class OutsideAddress(models.Model):
    """An address on another site that a text on ours leads to, and what came of asking for it."""

    address = models.CharField(max_length=2000, unique=True)
    asked_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
    failing_since = models.DateField(null=True)
    failed_on = models.DateField(null=True)
    trouble = models.CharField(max_length=12, choices=Trouble.choices, blank=True)
    moved_to = models.CharField(max_length=2000, blank=True)

    objects = OutsideAddressQuerySet.as_manager()

    wagtail_reference_index_ignore = True
    """It is no content."""

    class Meta:
        verbose_name = _("address on another site")
        verbose_name_plural = _("addresses on other sites")

    def __str__(self) -> str:
        return self.address

    def note(self, trouble: str, moved_to: str = "") -> None:
        """Keep what came of asking now. Several failures on one day count once; one success takes all of them away."""
        self.asked_at, today = timezone.now(), timezone.localdate()
        self.trouble, self.moved_to = trouble, moved_to
        if not trouble:
            self.failures, self.failing_since, self.failed_on = 0, None, None
        elif self.failed_on != today:
            self.failures, self.failed_on = self.failures + 1, today
            self.failing_since = self.failing_since or today
        self.save()
