"""The lab in a partner's space."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.fields import StreamField
from wagtail.models import PageManager

from curriculum.groups.models import GroupVariant
from curriculum.labs.context import lab_context
from curriculum.labs.forms import LabPageForm
from curriculum.labs.kinds import WEEK_IS_ASKED, WEEK_OF_SKILLS, LabCadence, LabKind
from curriculum.labs.rows import LabGroup, LabLocation, LabOutcome, LabPartner, LabSession, LabTheme
from curriculum.labs.session_panel import SessionsPanel
from curriculum.mapping.proposal_panels import ProposedByUs
from curriculum.mapping.querysets import LabQuerySet
from curriculum.rollover.editions import went_on
from curriculum.rollover.panels import FieldWithLastYear
from portal.core.blocks import StoryBlock
from portal.core.freshness import CheckEvery
from portal.core.models.pages import PortalPage
from portal.core.models.related import targets_of
from portal.core.panels import ASKS, asked_when
from portal.core.peers import asked_together
from portal.core.seo.json_ld import course, session
from search.documents import SearchDocument, page_document, stream_text


class LabPage(PortalPage):
    """A lab: colleagues in training learn together, starting from a question of their practice."""

    parent_page_types = ["locations.LocationPage", "locations.PartnerPage"]
    subpage_types: list[str] = []

    kind = models.CharField(_("kind of lab"), max_length=15, choices=LabKind.choices, default=LabKind.SKILLS)
    cadence = models.CharField(_("how often"), max_length=15, choices=LabCadence.choices, default=LabCadence.CYCLE)
    week_in_cycle = models.PositiveSmallIntegerField(
        _("week of the cycle"), null=True, blank=True, choices=[(1, "1"), (2, "2"), (3, "3")]
    )
    is_free_choice = models.BooleanField(_("you choose this lab yourself"), default=True)
    concern = models.TextField(
        _("question from practice"),
        max_length=240,
        blank=True,
        help_text=_("The question a colleague in training brings along. Write it as they would ask it."),
    )
    how_it_works = models.TextField(_("how it works"), max_length=1200, blank=True)
    takeaway = models.TextField(_("what you take away"), max_length=600, blank=True)
    body = StreamField(StoryBlock(), verbose_name=_("more about this lab"), blank=True)

    objects: ClassVar[Any] = PageManager.from_queryset(LabQuerySet)()
    base_form_class = LabPageForm
    short_address = ("curriculum.LabIndexPage", "short")
    many_rows = ("sessions",)
    exclude_fields_in_copy = [*PortalPage.exclude_fields_in_copy, "sessions"]
    shared_fields = (
        *PortalPage.shared_fields,
        "kind",
        "cadence",
        "week_in_cycle",
        "is_free_choice",
        "themes",
        "groups",
        "places",
        "offered_with",
        "proposals",
        "sessions",
    )

    goes_on = False
    """Whether there is a published edition of this lab in a newer school year; asked for all labs at once."""
    offered: Any = None
    """The lab as visitors read it, once its page is being shown."""

    is_creatable = True
    check_every = CheckEvery(6, _("Rooms, times and places change within a school year."))
    content_panels = [
        TitleFieldPanel("title", heading=_("Name of the lab")),
        FieldWithLastYear("concern"),
        FieldWithLastYear("summary"),
        FieldWithLastYear(
            "how_it_works", help_text=_("What you do in a session, in a few short sentences. Write “you”.")
        ),
        FieldWithLastYear("takeaway", help_text=_("What you can do or know afterwards.")),
        FieldPanel("body", help_text=_("Not needed. For pictures, a table or a longer story.")),
    ]
    who_panels = [
        MultiFieldPanel(
            [
                FieldPanel("kind", help_text=_("A skills lab is always in week 3.")),
                FieldRowPanel([FieldPanel("cadence"), asked_when(WEEK_IS_ASKED, "week_in_cycle")]),
                FieldPanel("is_free_choice", help_text=_("Untick this when a training group follows it together.")),
            ],
            heading=_("What sort of lab"),
            attrs=ASKS,
        ),
        LabTheme.panel(_("Themes"), help_text=_("By its themes people find the lab in the curriculum.")),
        LabGroup.chooser_panel(
            _("For which training groups"), help_text=_("Choose none when the lab is for everyone.")
        ),
        LabLocation.chooser_panel(_("Where it is given")),
        LabPartner.panel(
            _("Given together with"), help_text=_("Your own partner is there by itself. Add only the others.")
        ),
        LabOutcome.chooser_panel(
            _("Learning outcomes it may count for"),
            help_text=_(
                "Your proposal to an institute, for its own outcome. Nothing of it is on the site until the institute "
                "confirms it."
            ),
        ),
        ProposedByUs(),
    ]
    session_panels = [
        SessionsPanel(
            "sessions",
            heading=_("Sessions"),
            label=_("session"),
            help_text=_(
                "A new row is filled in with the next school day in the week of this lab. Change what is different. "
                "Is one off? Say so on its row and keep the row: calendars that hold it then get the news."
            ),
        )
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("The lab")),
            ObjectList([*who_panels, *session_panels], heading=_("For whom, where and when")),
            ObjectList(PortalPage.promote_panels, heading=_("Address and check")),
            ObjectList(PortalPage.settings_panels, heading=_("Schedule")),
        ]
    )

    class Meta:
        verbose_name = _("lab")
        verbose_name_plural = _("labs")

    def wrong(self) -> dict[str, Any]:
        """Check that a skills lab belongs to week 3 of the rhythm; a weekly lab has no week of its own."""
        if not self.owns_facts:
            return {}
        if self.kind == LabKind.SKILLS and self.week_in_cycle not in (None, WEEK_OF_SKILLS):
            return {"week_in_cycle": _("Skills labs are given in week 3.")}
        if self.cadence == LabCadence.WEEKLY and self.week_in_cycle:
            return {"week_in_cycle": _("A weekly lab has no week of its own. Leave this empty.")}
        return {}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the lab as offered, the outcomes it counts for, and labs that fit well beside it."""
        context = lab_context(self, request)
        self.offered = context["lab"]
        return {**super().get_context(request, *args, **kwargs), **context}

    def json_ld(self, site_url: str) -> dict[str, Any]:
        """Return the lab as a course with its sessions, for search engines."""
        sessions = [
            session(coming.starts, coming.ends, coming.location.title if coming.location else "")
            for coming in (self.offered.coming if self.offered else [])
            if not coming.is_cancelled
        ]
        provider = self.partner.name if self.partner else ""
        return course(self.title, f"{site_url}{self.get_url() or ''}", self.summary, provider, sessions)

    def search_document(self) -> SearchDocument | None:
        """Return the lab as a document, found by its themes, groups, locations, rooms and partners.

        None for an edition of an earlier school year: who searches finds the lab as it is now.
        """
        if went_on(self.facts):
            return None
        themes, groups, places, partners = targets_of(self, LabTheme, LabGroup, LabLocation, LabPartner)
        sessions = sessions_of(self.facts)
        rooms = dict.fromkeys(room for _starts, room, _state in sessions if room)  # in one order each time
        if self.partner_id:
            partners.insert(0, self.partner)
        return page_document(
            self,
            "lab",
            headings=(self.concern,) if self.concern else (),
            body=" ".join(text for text in [self.how_it_works, self.takeaway, stream_text(self.body)] if text),
            related=tuple(str(item) for item in [self.get_kind_label(), *themes, *groups, *places, *partners, *rooms]),
            locations=tuple(page.content_key for page in places),
            partners=tuple(dict.fromkeys(partner.slug for partner in partners)),
            themes=tuple(page.content_key for page in themes),
            groups=tuple(group.slug for group in groups),
            variants=variants_of(self.facts),
            moments=tuple(sorted(starts for starts, _room, state in sessions if state == LabSession.State.PLANNED)),
        )

    def get_kind_label(self) -> str:
        """Return the kind of lab in words; the kind is a fact of the Dutch page."""
        return str(LabKind(self.facts.kind).label)


@asked_together
def variants_of(labs: list[LabPage]) -> dict[int, tuple[str, ...]]:
    """Return by lab the short names of the programme variants that its training groups follow."""
    rows = GroupVariant.objects.filter(group__lab_rows__page__in=[lab.pk for lab in labs])
    found: dict[int, set[str]] = {}
    for key, slug in rows.values_list("group__lab_rows__page", "variant__slug"):
        found.setdefault(key, set()).add(slug)
    return {lab.pk: tuple(sorted(found.get(lab.pk, ()))) for lab in labs}


@asked_together
def sessions_of(labs: list[LabPage]) -> dict[int, list[tuple[datetime, str, str]]]:
    """Return by lab the start, room and state of each session: there are many, and a document needs no more."""
    found: dict[int, list[tuple[datetime, str, str]]] = {lab.pk: [] for lab in labs}
    rows = LabSession.objects.filter(page__in=list(found)).values_list("page", "starts", "room", "state")
    for key, starts, room, state in rows:
        found[key].append((starts, room, state))
    return found
