"""The curriculum: themes × institutes, training groups, outcomes and what is still missing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField

from curriculum.groups.models import TrainingGroup
from portal.blocks import StoryBlock
from portal.models import PortalPage
from search.documents import SearchDocument, page_document, stream_text


class CurriculumIndexPage(RoutablePageMixin, PortalPage):
    """One table of themes and institutes; routes to groups, outcomes and gaps."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["curriculum.ThemeIndexPage"]

    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    is_creatable = True
    content_panels = [*PortalPage.intro_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("curriculum")

    def search_document(self) -> SearchDocument:
        """The page itself as a document."""
        return page_document(self, "pagina", body=stream_text(self.body))

    def _groups(self, request: HttpRequest) -> HttpResponse:
        groups = TrainingGroup.objects.filter(locale=self.locale_id)
        return self.render(request, context_overrides={"groups": groups}, template="curriculum/training_groups.html")

    @path("opleidingsgroepen/", name="groups_nl")
    def groups_nl(self, request: HttpRequest) -> HttpResponse:
        """All training groups, under the Dutch address."""
        return self._groups(request)

    @path("training-groups/", name="groups_en")
    def groups_en(self, request: HttpRequest) -> HttpResponse:
        """All training groups, under the English address."""
        return self._groups(request)

    def _group(self, request: HttpRequest, slug: str) -> HttpResponse:
        group = TrainingGroup.objects.filter(locale=self.locale_id, slug=slug).first()
        if group is None:
            raise Http404
        return self.render(request, context_overrides={"group": group}, template="curriculum/training_group.html")

    @path("opleidingsgroepen/<slug:slug>/", name="group_nl")
    def group_nl(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One training group, under the Dutch address; 404 for an unknown one."""
        return self._group(request, slug)

    @path("training-groups/<slug:slug>/", name="group_en")
    def group_en(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One training group, under the English address; 404 for an unknown one."""
        return self._group(request, slug)

    def _outcomes(self, request: HttpRequest) -> HttpResponse:
        return self.render(request, template="curriculum/outcomes.html")

    @path("leerresultaten/", name="outcomes_nl")
    def outcomes_nl(self, request: HttpRequest) -> HttpResponse:
        """All learning outcomes, under the Dutch address."""
        return self._outcomes(request)

    @path("outcomes/", name="outcomes_en")
    def outcomes_en(self, request: HttpRequest) -> HttpResponse:
        """All learning outcomes, under the English address."""
        return self._outcomes(request)

    def _outcome(self, request: HttpRequest, key: str) -> HttpResponse:
        from curriculum.models.outcome import OutcomePage

        outcome = OutcomePage.objects.shown(self.locale.language_code).filter(content_key=key).first()
        if outcome is None:
            raise Http404
        return redirect(outcome.get_url(request), permanent=False)

    @path("leerresultaten/<slug:key>/", name="outcome_nl")
    def outcome_nl(self, request: HttpRequest, key: str) -> HttpResponse:
        """Lead a short Dutch address to the outcome in its institute's space."""
        return self._outcome(request, key)

    @path("outcomes/<slug:key>/", name="outcome_en")
    def outcome_en(self, request: HttpRequest, key: str) -> HttpResponse:
        """Lead a short English address to the outcome in its institute's space."""
        return self._outcome(request, key)

    def _missing(self, request: HttpRequest) -> HttpResponse:
        return self.render(request, template="curriculum/what_is_missing.html")

    @path("wat-ontbreekt/", name="missing_nl")
    def missing_nl(self, request: HttpRequest) -> HttpResponse:
        """What is still missing, under the Dutch address."""
        return self._missing(request)

    @path("what-is-missing/", name="missing_en")
    def missing_en(self, request: HttpRequest) -> HttpResponse:
        """What is still missing, under the English address."""
        return self._missing(request)
