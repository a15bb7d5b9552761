"""Rows of a lab: its sessions, and what it is linked to. They stand on the Dutch page only."""

import uuid
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Orderable

from curriculum.labs.querysets import LabSessionQuerySet
from portal.core.drafts.rules import MayBeUnfinished
from portal.core.models.querysets import PortalPageQuerySet
from portal.core.models.related import related_row
from portal.core.worded import ENGLISH, worded

PUBLISHED = {"live": True, "locale__language_code": settings.LANGUAGE_CODE, "alias_of": None}
"""What rows may point to: Dutch pages that everyone can read. There are few, so a list is quicker than a tree."""


class LabSession(MayBeUnfinished, Orderable):
    """One meeting of a lab. `uid` identifies it for ever; the row's primary key may change with a revision."""

    class State(models.TextChoices):
        """What is decided about a session; what a visitor reads of it is derived (`states.py`)."""

        PLANNED = "gepland", _("planned")
        CANCELLED = "geannuleerd", _("cancelled")

    page = ParentalKey("curriculum.LabPage", related_name="sessions", on_delete=models.CASCADE)
    # No default: it would put one and the same value into the template for new rows.
    uid = models.UUIDField(null=True, blank=True)
    starts = models.DateTimeField(_("starts"))
    ends = models.DateTimeField(_("ends"))
    location = models.ForeignKey(
        "locations.LocationPage",
        verbose_name=_("location"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="session_rows",
    )
    room = models.CharField(_("room"), max_length=80, blank=True)
    room_en = models.CharField(_("room in English"), max_length=80, blank=True)
    capacity = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.PLANNED)
    reason = models.CharField(_("why it is cancelled"), max_length=160, blank=True)
    reason_en = models.CharField(_("why, in English"), max_length=160, blank=True)
    is_example = models.BooleanField(_("example"), default=False)

    is_full = False
    """Whether an editor said so (`full.py`); asked for all rows at once."""
    full_changed: datetime | None = None
    """When that was last said."""

    objects = LabSessionQuerySet.as_manager()

    panels = [
        FieldPanel("uid", widget=forms.HiddenInput, classname="w-hidden"),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        FieldRowPanel([FieldPanel("location"), FieldPanel("capacity", help_text=_("Empty: no limit."))]),
        FieldRowPanel([FieldPanel("room"), FieldPanel("room_en", help_text=_("Only when it differs."))]),
        MultiFieldPanel(
            [
                FieldPanel("state"),
                FieldRowPanel([FieldPanel("reason"), FieldPanel("reason_en")]),
                FieldPanel("is_example"),
            ],
            heading=_("It is off, or an example"),
        ),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    def __str__(self) -> str:
        return f"{timezone.localtime(self.starts):%Y-%m-%d %H:%M}" if self.starts else ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give a row without identity one."""
        self.uid = self.uid or uuid.uuid4()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Give the row its identity at the first draft."""
        super().clean()
        self.uid = self.uid or uuid.uuid4()

    def wrong(self) -> dict[str, Any]:
        """Check times, places and the reason."""
        errors: dict[str, Any] = {}
        if self.starts and self.ends and self.ends <= self.starts:
            errors["ends"] = _("A session ends after it starts.")
        elif self.starts and self.ends and timezone.localdate(self.ends) != timezone.localdate(self.starts):
            errors["ends"] = _("A session ends on the day on which it starts.")
        if self.capacity == 0:
            errors["capacity"] = _("Leave this empty when there is no limit.")
        if self.reason and self.state != self.State.CANCELLED:
            errors["reason"] = _("A reason belongs to a cancelled session only.")
        if self.state == self.State.CANCELLED and not self.reason:
            errors["reason"] = _("Say why it is cancelled: people who planned to come read this.")
        return errors

    @property
    def local_room(self) -> str:
        """The room in the reader's language."""
        return self.room_en if worded() == ENGLISH and self.room_en else self.room

    @property
    def local_reason(self) -> str:
        """The reason of a cancellation in the reader's language."""
        return self.reason_en if worded() == ENGLISH and self.reason_en else self.reason


LabTheme = related_row(
    __name__,
    "LabTheme",
    _("theme of a lab"),
    on="curriculum.LabPage.themes",
    back="lab_rows",
    choices=PUBLISHED,
    theme=("curriculum.ThemePage", _("theme")),
)
"""A theme a lab is about."""
LabTheme.panels = [FieldPanel("theme", widget=forms.Select)]

LabGroup = related_row(
    __name__,
    "LabGroup",
    _("training group of a lab"),
    on="curriculum.LabPage.groups",
    back="lab_rows",
    group=("curriculum.TrainingGroup", _("training group")),
)
"""A training group a lab is for."""

LabLocation = related_row(
    __name__,
    "LabLocation",
    _("location of a lab"),
    on="curriculum.LabPage.places",
    back="lab_rows",
    location=("locations.LocationPage", _("location")),
)
"""A location where a lab is given."""

LabPartner = related_row(
    __name__,
    "LabPartner",
    _("partner of a lab"),
    on="curriculum.LabPage.offered_with",
    back="lab_rows",
    partner=("portal.Partner", _("partner")),
)
"""A partner that gives a lab together with the owner of the space."""

LabOutcome = related_row(
    __name__,
    "LabOutcome",
    _("proposed outcome of a lab"),
    on="curriculum.LabPage.proposals",
    back="proposal_rows",
    outcome=("curriculum.OutcomePage", _("learning outcome")),
)
"""A learning outcome of which the school thinks that the lab may count for it; its institute decides."""


def lab_pages() -> PortalPageQuerySet:
    """Return the labs, found from the rows that hang on them: what reads labs stands below their page type."""
    page: Any = LabSession._meta.get_field("page")
    pages: PortalPageQuerySet = page.related_model.objects.all()
    return pages
