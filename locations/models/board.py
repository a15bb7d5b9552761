"""The honest board: what nobody in the house knows yet, by location and partner."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Locale

from locations.models.contacts import ContactRow
from locations.models.location import LocationPage
from locations.models.partner import PartnerPage
from locations.models.questions import LocationQuestion, PartnerQuestion, QuestionRow, who_answers
from portal.core.blocks import StoryBlock
from portal.core.freshness import CheckEvery
from portal.core.models.pages import PortalPage
from portal.core.models.querysets import PortalPageQuerySet
from portal.core.reading import for_reader, row_texts
from search.documents import SearchDocument, page_document, stream_text


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that nobody has answered, as the board shows it."""

    facts: QuestionRow
    text: QuestionRow
    contact: ContactRow | None
    """Who answers it; None while nobody has been named."""


@dataclass(frozen=True, slots=True)
class OpenAt:
    """A location or partner with what it does not know yet, the longest open first."""

    page: Any
    questions: tuple[OpenQuestion, ...]


class OpenQuestionsPage(PortalPage):
    """Every open question of the house with its day, who answers it, and the way to ask it."""

    max_count_per_parent = 1
    parent_page_types = ["home.StandardPage"]
    subpage_types: list[str] = []

    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    is_creatable = True
    check_every = CheckEvery(3, _("An open question gets its answer, or is asked again."))
    schema_type = "CollectionPage"
    content_panels = [*PortalPage.intro_panels, FieldPanel("body")]
    views_show = ("locations.LocationPage", "locations.PartnerPage")

    class Meta:
        verbose_name = _("board of open questions")
        verbose_name_plural = _("boards of open questions")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the open questions by location and partner, and how many there are."""
        found = self.open_questions()
        questions = [question for place in found for question in place.questions]
        about = {"number": len(questions), "is_example": any(question.facts.is_example for question in questions)}
        return {**super().get_context(request, *args, **kwargs), "places": found, **about}

    def open_questions(self) -> list[OpenAt]:
        """Return who has open questions, schools in the order of the street first; two queries more for the words."""
        schools = LocationPage.objects.filter(represents__archived=False).in_street_order()
        others = PartnerPage.objects.filter(represents__archived=False).order_by("represents__name")
        places = [*_open_at(schools, LocationQuestion, self.locale), *_open_at(others, PartnerQuestion, self.locale)]
        return [place for place in places if place.questions]

    def search_document(self) -> SearchDocument:
        """Return the board as a document, found by every question on it."""
        found = self.open_questions()
        questions = tuple(str(question.text) for place in found for question in place.questions)
        places = tuple(place.page.title for place in found)
        return page_document(self, "pagina", body=stream_text(self.body), headings=questions, related=places)


def _open_at(spaces: PortalPageQuerySet, rows: type[QuestionRow], locale: Locale) -> list[OpenAt]:
    pages = for_reader(spaces, locale, "questions", "contacts")
    asked = {page.pk: [row for row in page.facts.questions.all() if not row.answered_on] for page in pages}
    texts = row_texts(rows, (row for found in asked.values() for row in found), locale)
    return [
        OpenAt(
            page,
            tuple(
                OpenQuestion(row, texts.get(row.translation_key, row), who_answers(page, row))
                for row in sorted(asked[page.pk], key=lambda row: row.asked_on)
            ),
        )
        for page in pages
    ]
