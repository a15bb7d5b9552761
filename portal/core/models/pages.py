"""The base page: what a visitor may expect of every page, whichever partner wrote it."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.utils.functional import cached_property
from django.utils.module_loading import import_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.models import Orderable, Page, PageManager, PagePermissionTester, PageViewRestriction, Revision
from wagtail.search import index

from portal.core.addresses import refuse_owned
from portal.core.copying import PortalCopyForm
from portal.core.drafts.gate import refuse_unfinished_version
from portal.core.drafts.rules import MayBeUnfinished
from portal.core.forms import PortalPageForm
from portal.core.freshness import CheckEvery
from portal.core.models.facts import SharedFacts, fact_owners
from portal.core.models.phrases import Findable
from portal.core.models.querysets import PortalPageQuerySet
from portal.core.models.users import AnyUser
from portal.core.models.vocabularies import Sector
from portal.core.panels import SETTINGS_PANELS, SharedInlinePanel
from portal.core.seo.json_ld import Data, webpage
from portal.core.site_roots import KeptAddress

TAKEN_KEYS = frozenset({"agenda", "calendar", "feed"})
"""Words at which the catalogues answer themselves, so that they are no short address of a page."""
KEPT_UP = ("checked_on", "keeper", "deputy")
"""What is known of keeping a page right; it stands beside its versions and is no part of any."""


class PortalPage(MayBeUnfinished, Findable, SharedFacts, KeptAddress, Page):
    """The concrete base of every page type, so that one query filters and searches over all types.

    `partner` is derived from the space the page stands in and is kept right by `save` and by the
    receiver for moves. `content_key` never changes and is equal in both languages; tests, search
    and short addresses rest on it.
    """

    partner = models.ForeignKey(
        "portal.Partner",
        verbose_name=_("partner"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="pages",
    )
    is_space = models.BooleanField(default=False, editable=False)
    content_key = models.SlugField(_("fixed key"), max_length=120, blank=True, editable=False)
    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences for lists, search results and the top of the page."),
    )
    listing_image = models.ForeignKey(
        "portal.PortalImage",
        verbose_name=_("image in lists"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    checked_on = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("The day on which somebody last checked that this is right."),
    )
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who keeps this right"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who does so in their place"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    keeper.wagtail_reference_index_ignore = deputy.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    is_example = models.BooleanField(
        _("example"), default=False, help_text=_("Tick when the content was invented to show how the site works.")
    )
    source_lines = models.CharField(
        _("lines in the source"),
        max_length=40,
        blank=True,
        help_text=_("Lines of the practice illustration that carry the facts, for example 145-175."),
    )

    objects: ClassVar[Any] = PageManager.from_queryset(PortalPageQuerySet)()

    shared_fields: tuple[str, ...] = ("sectors", *KEPT_UP)
    is_creatable = False
    base_form_class = PortalPageForm
    copy_form_class = PortalCopyForm
    exclude_fields_in_copy: ClassVar[list[str]] = ["content_key", "checked_on"]
    """What a copy does not take along; rows among these are left behind by an alias that becomes a page too."""
    show_in_menus_default = False
    # Opted in per page type; the check in portal.checks refuses a type that says nothing.
    search_document: Any = None
    view_documents: Any = None
    """Returns the documents of the views below the page that are pages for a reader too."""
    views_show: ClassVar[tuple[str, ...]] = ()
    """Models (`app.Model`) whose objects the page or a view below it lists without pointing at them."""
    explains_words: ClassVar[bool] = True
    """Whether its text explains a word of the house where it is used first."""
    schema_type: ClassVar[str] = "WebPage"
    """What schema.org calls a page of this type when it is no course, event or article."""
    check_every: ClassVar[CheckEvery] = CheckEvery(12, _("Once a year, before the next school year is prepared."))
    check_day: ClassVar[str] = ""
    """The field in which a page of this type names the day of its next check itself."""
    short_address: ClassVar[tuple[str, str] | None] = None
    """The page type and the route of the catalogue that leads from the fixed key to a page of this type."""
    picture_view: ClassVar[str] = ""
    """The view that draws the picture to share of a page that has none of its own; empty for that of the site."""
    overtaken: Revision | None = None
    """The revision that was saved elsewhere while the form with which the page is saved now was open."""
    typed: dict[str, Any] | None = None
    """From which form the words of this page came; see `portal.core.saving.typing`."""

    intro_panels = [TitleFieldPanel("title"), FieldPanel("summary")]
    content_panels = intro_panels
    listing_panels = [
        FieldPanel(
            "listing_image",
            help_text=_(
                "A location, a partner, a story and a lab show it on their page too, once the image says in its"
                " description what it shows and is ticked for consent."
            ),
        ),
        SharedInlinePanel("sectors", label=_("sector"), heading=_("Sectors")),
    ]
    honesty_panels = [
        MultiFieldPanel(
            [FieldPanel("is_example"), FieldPanel("source_lines")],
            heading=_("Is this right?"),
        )
    ]
    settings_panels = SETTINGS_PANELS
    promote_panels = [*Findable.phrase_panels, *Page.promote_panels, *listing_panels, *honesty_panels]

    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.FilterField("partner"),
        index.FilterField("content_key"),
        index.RelatedFields("sectors", [index.FilterField("code")]),
    ]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Derive the owner from the tree and give a new page its fixed key, unless neither would be written."""
        if kwargs.get("update_fields") is None:
            refuse_unfinished_version(self)
            self._derive()
        if self.live:
            self._keep_new_title_in_the_draft(kwargs)
        super().save(*args, **kwargs)
        if not self.alias_of_id and "alias_of_id" in (kwargs.get("update_fields") or ()):
            self._leave_rows_behind()

    def _derive(self) -> None:
        self.partner_id = self.own_partner_id() or self.inherited_partner_id()
        if self.alias_of_id and self._state.adding:
            self.content_key = ""
        if not self.content_key:
            self.content_key = self.free_content_key()

    def _leave_rows_behind(self) -> None:
        """Begin a life of its own as an alias that becomes a page: without the rows that no copy takes along."""
        for name in self.exclude_fields_in_copy:
            if self._meta.get_field(name).one_to_many:
                setattr(self, name, [])
                getattr(self, name).commit()

    def with_content_json(self, content: dict[str, Any]) -> "PortalPage":
        """Return the page as it was; what no version holds is its own, wherever the content comes from."""
        page = super().with_content_json(content)
        for name in ("content_key", "checked_on", "keeper_id", "deputy_id"):
            setattr(page, name, getattr(self, name))
        return page

    def serializable_data(self) -> dict[str, Any]:
        """Return the content of a revision, which remembers from which form it came."""
        data: dict[str, Any] = super().serializable_data()
        return {**data, "typed": self.typed} if self.typed else data

    def _keep_new_title_in_the_draft(self, kwargs: dict[str, Any]) -> None:
        """Show the published title of a published page everywhere in the admin, until another is published.

        Choosers and breadcrumbs name the pages of every partner and would tell the title of a draft.
        """
        if kwargs.get("update_fields") is None:
            self.draft_title = self.title
        else:
            kwargs["update_fields"] = [name for name in kwargs["update_fields"] if name != "draft_title"]

    @property
    def head_title(self) -> str:
        """The page's own part of the title of its document."""
        return str(self.seo_title or self.title)

    @property
    def listing_notes(self) -> list[str]:
        """What a list in the admin says of the page beside its state."""
        return [gettext("Partly in Dutch")] if self.holds_dutch and self.live else []

    def own_partner_id(self) -> int | None:
        """Return the partner this page is the space of; page types that are spaces override it."""
        return None

    def inherited_partner_id(self) -> int | None:
        """Return the partner of the nearest space above this page."""
        if not self.path:
            return self.partner_id
        steps = range(self.steplen, len(self.path), self.steplen)
        above = PortalPage.objects.filter(path__in=[self.path[:end] for end in steps], is_space=True)
        return above.order_by("-depth").values_list("partner_id", flat=True).first()

    def free_content_key(self) -> str:
        """Return the key of the translations, or the slug made unique among pages of this type."""
        others = type(self).objects.exclude(pk=self.pk)
        if key := others.filter(translation_key=self.translation_key).values_list("content_key", flat=True).first():
            return str(key)
        base, number = self.slug[:110], 2
        key = base
        while key in TAKEN_KEYS or others.filter(content_key=key).exists():
            key, number = f"{base}-{number}", number + 1
        return key

    def get_view_restrictions(self) -> "models.QuerySet[PageViewRestriction]":
        """Return the restrictions on this page and the pages above it, with one query; an alias follows its source."""
        if self.alias_of_id:
            restrictions: models.QuerySet[PageViewRestriction] = super().get_view_restrictions()
            return restrictions
        above = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=above)

    def permissions_for_user(self, user: AnyUser) -> PagePermissionTester:
        """Return the answers to what somebody may do with this page, as the floor of partners gives them."""
        tester: type[PagePermissionTester] = import_string(settings.PORTAL_PAGE_PERMISSION_TESTER)
        return tester(user, self)

    def clean(self) -> None:
        """Refuse an address that belongs to a view."""
        super().clean()
        if self.path:
            refuse_owned(self.slug, self.get_parent())

    def json_ld(self, site_url: str) -> Data:
        """Return what the page is, for search engines; a type that is a thing of its own overrides it."""
        url = f"{site_url}{self.get_url()}"
        return webpage(self.schema_type, self.title, url, self.summary, self.locale.language_code)

    @cached_property
    def facts(self) -> Any:
        """Return the page that owns the facts, read with the codes of its sectors, which most pages show."""
        if self.owns_facts:
            return self
        codes = PageSector.objects.filter(page=models.OuterRef("pk")).order_by("sort_order").values("code")
        owners = fact_owners(type(self)).annotate(codes_of_sectors=ArraySubquery(codes))
        return owners.filter(translation_key=self.translation_key).first() or self

    @property
    def sector_codes(self) -> list[str]:
        """Codes of the sectors, in the order of the form."""
        known: list[str] | None = getattr(self.facts, "codes_of_sectors", None)
        return [row.code for row in self.facts.sectors.all()] if known is None else known


class PageSector(Orderable):
    """A sector a page is about."""

    page = ParentalKey(PortalPage, related_name="sectors", on_delete=models.CASCADE)
    code = models.CharField(_("sector"), max_length=3, choices=Sector.choices)

    class Meta(Orderable.Meta):
        verbose_name = _("sector")
        constraints = [models.UniqueConstraint(fields=["page", "code"], name="one_row_per_page_and_sector")]

    def __str__(self) -> str:
        return self.get_code_display()
