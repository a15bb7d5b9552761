"""The curriculum: themes × institutes, training groups, outcomes and what is still missing."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import StreamField

from curriculum.groups.models import TrainingGroup
from curriculum.mapping.context import group_context, missing_context, outcomes_context, table_context
from curriculum.models.outcome import OutcomePage
from curriculum.models.theme import theme_pages
from curriculum.request_context import curriculum_context, groups_in, outcomes_in
from portal.core.blocks import StoryBlock
from portal.core.models.pages import PortalPage
from portal.core.navigation import Link
from portal.core.routes import TranslatedRoutesMixin, View
from search.documents import SearchDocument, page_document, stream_text, view_document

GROUPS = View(
    "groups",
    _("Training groups"),
    _("In a training group you learn with others in the same part of their programme."),
)
OUTCOMES = View(
    "outcomes",
    _("Learning outcomes"),
    _("Institutes share themes and labs. What you show at the end differs: each institute writes its own outcomes."),
)
MISSING = View(
    "missing",
    _("What is still missing"),
    _(
        "This page makes itself: it counts what labs, themes and outcomes have no link yet."
        " A gap is an invitation, not a reproach."
    ),
)


class CurriculumIndexPage(TranslatedRoutesMixin, PortalPage):
    """One table of themes and institutes; views of groups, outcomes and gaps."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["curriculum.ThemeIndexPage"]

    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    is_creatable = True
    schema_type = "CollectionPage"
    content_panels = [*PortalPage.intro_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("curriculum")

    def search_document(self) -> SearchDocument:
        """Return the page itself as a document."""
        return page_document(self, "pagina", body=stream_text(self.body))

    views_show = ("curriculum.TrainingGroup", "curriculum.OutcomePage")

    def view_documents(self) -> Iterator[SearchDocument]:
        """Yield the list of training groups, the list of learning outcomes, and what is still missing."""
        language = self.locale.language_code
        groups = [listed.group for listed in groups_in(language)]
        names, texts = (tuple(group.name for group in groups), "\n".join(group.text for group in groups))
        yield view_document(self, GROUPS, body=texts, related=names)
        outcomes = "\n".join(f"{listed.code} {listed.page.title}" for listed in outcomes_in(language))
        yield view_document(self, OUTCOMES, body=outcomes)
        yield view_document(self, MISSING)

    @classmethod
    def slugs_below(cls) -> dict[str, list[str]]:
        """Return the training groups, for the sitemap."""
        originals = TrainingGroup.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
        return {"group": list(originals.order_by("order", "slug").values_list("slug", flat=True))}

    @path("")
    def table(self, request: HttpRequest) -> HttpResponse:
        """Show the table of themes and institutes, for one training group if asked."""
        context = table_context(theme_pages(self.locale), curriculum_context(request), request.GET)
        return self._show(request, "curriculum_index_page", **context)

    @path("opleidingsgroepen/", name="groups_nl")
    def groups_nl(self, request: HttpRequest) -> HttpResponse:
        """Show all training groups, under the Dutch address."""
        return self._groups(request)

    @path("training-groups/", name="groups_en")
    def groups_en(self, request: HttpRequest) -> HttpResponse:
        """Show all training groups, under the English address."""
        return self._groups(request)

    @path("opleidingsgroepen/<slug:slug>/", name="group_nl")
    def group_nl(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show one training group, under the Dutch address; 404 for an unknown one."""
        return self._group(request, slug)

    @path("training-groups/<slug:slug>/", name="group_en")
    def group_en(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show one training group, under the English address; 404 for an unknown one."""
        return self._group(request, slug)

    @path("leerresultaten/", name="outcomes_nl")
    def outcomes_nl(self, request: HttpRequest) -> HttpResponse:
        """Show all learning outcomes, under the Dutch address."""
        return self._outcomes(request)

    @path("outcomes/", name="outcomes_en")
    def outcomes_en(self, request: HttpRequest) -> HttpResponse:
        """Show all learning outcomes, under the English address."""
        return self._outcomes(request)

    @path("leerresultaten/<slug:key>/", name="outcome_nl")
    def outcome_nl(self, request: HttpRequest, key: str) -> HttpResponse:
        """Lead a short Dutch address to the outcome in its institute's space."""
        return self._outcome(request, key)

    @path("outcomes/<slug:key>/", name="outcome_en")
    def outcome_en(self, request: HttpRequest, key: str) -> HttpResponse:
        """Lead a short English address to the outcome in its institute's space."""
        return self._outcome(request, key)

    @path("wat-ontbreekt/", name="missing_nl")
    def missing_nl(self, request: HttpRequest) -> HttpResponse:
        """Show what is still missing, under the Dutch address."""
        return self._missing(request)

    @path("what-is-missing/", name="missing_en")
    def missing_en(self, request: HttpRequest) -> HttpResponse:
        """Show what is still missing, under the English address."""
        return self._missing(request)

    def _show(self, request: HttpRequest, template: str, **context: Any) -> HttpResponse:
        page_urls = curriculum_context(request).page_urls
        views = {f"{view.name}_url": page_urls.view(view.name) for view in (GROUPS, OUTCOMES, MISSING)}
        context = {**views, **context, "labs_url": page_urls.labs}
        return self.render(request, context_overrides=context, template=f"curriculum/{template}.html")

    def _groups(self, request: HttpRequest) -> HttpResponse:
        known = curriculum_context(request)
        rows = [(listed, known.page_urls.group(listed.group)) for listed in known.groups]
        return self._show(request, "training_groups", **GROUPS.context, groups=rows)

    def _group(self, request: HttpRequest, slug: str) -> HttpResponse:
        group = next((group for group in curriculum_context(request).groups if group.facts.slug == slug), None)
        if group is None:
            raise Http404
        context = group_context(group, curriculum_context(request))
        above = Link(GROUPS.title, curriculum_context(request).page_urls.view("groups"))
        return self._show(request, "training_group", page_title=group.group.name, view_above=above, **context)

    def _outcomes(self, request: HttpRequest) -> HttpResponse:
        context = outcomes_context(curriculum_context(request))
        return self._show(request, "outcomes", **OUTCOMES.context, **context)

    def _outcome(self, request: HttpRequest, key: str) -> HttpResponse:
        outcome = OutcomePage.objects.answering(self.locale.language_code).filter(content_key=key).first()
        if outcome is None:
            raise Http404
        return redirect(outcome.get_url(request), permanent=False)

    def _missing(self, request: HttpRequest) -> HttpResponse:
        known = curriculum_context(request)
        context = missing_context(theme_pages(self.locale), known, request.GET, self.locale)
        return self._show(request, "what_is_missing", **MISSING.context, **context)
