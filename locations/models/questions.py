"""What a location or partner does not know yet: open questions, and those that were answered.

The rows hang on the page of a space, so that a partner writes its own and nobody else's. An open question stands on the
board of all; an answered one stands on the page it was asked about.
"""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from locations.models.contacts import ContactRow
from locations.models.vocabularies import ContactTask
from portal.core.models.facts import Shared, TranslatedRow
from portal.core.reading import row_pairs


class QuestionRow(TranslatedRow):
    """A question that was asked and when; its words and the answer are translated, the rest are facts."""

    question = models.CharField(_("question"), max_length=200, help_text=_("As a visitor would ask it."))
    asked_on = models.DateField(_("asked on"))
    task = models.CharField(
        _("who answers"),
        max_length=20,
        choices=ContactTask.choices,
        help_text=_("The contact of this page who answers questions about this."),
    )
    answer = models.TextField(_("answer"), max_length=600, blank=True)
    answered_on = models.DateField(
        _("answered on"),
        null=True,
        blank=True,
        help_text=_("From then on the question and its answer stand on this page, and no longer on the board."),
    )
    is_example = models.BooleanField(_("example"), default=False)

    override_translatable_fields = [
        Shared("asked_on"),
        Shared("task"),
        Shared("answered_on"),
        Shared("is_example"),
    ]
    panels = [
        FieldPanel("question"),
        FieldRowPanel([FieldPanel("asked_on"), FieldPanel("task")]),
        FieldPanel("answer"),
        FieldPanel("answered_on"),
        FieldPanel("is_example"),
    ]

    class Meta(TranslatedRow.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.question

    def wrong(self) -> dict[str, Any]:
        """Refuse a day to come, an answer before its question, and half an answer."""
        errors: dict[str, Any] = {}
        for name in ("asked_on", "answered_on"):
            day = getattr(self, name)
            if day and day > timezone.localdate():
                errors[name] = _("Choose today or a day in the past.")
        if self.asked_on and self.answered_on and self.answered_on < self.asked_on:
            errors["answered_on"] = _("An answer comes after its question.")
        if self.answered_on and not self.answer:
            errors["answer"] = _("Write the answer, or leave the day of the answer empty.")
        elif self.answer and not self.answered_on:
            errors["answered_on"] = _("Say on which day it was answered.")
        return errors


class LocationQuestion(QuestionRow):
    """A question about a location."""

    page = ParentalKey("locations.LocationPage", related_name="questions", on_delete=models.CASCADE)

    class Meta(QuestionRow.Meta):
        verbose_name = _("question")


class PartnerQuestion(QuestionRow):
    """A question about a partner that is not a location."""

    page = ParentalKey("locations.PartnerPage", related_name="questions", on_delete=models.CASCADE)

    class Meta(QuestionRow.Meta):
        verbose_name = _("question")


Pair = tuple[QuestionRow, QuestionRow]
"""The facts of a question, and its words in the reader's language."""


def answered(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the questions that have been answered, the latest answer first; in Dutch while only that has it."""
    found = [(facts, text if text.answer else facts) for facts, text in pairs if facts.answered_on]
    return sorted(found, key=lambda pair: pair[0].answered_on or pair[0].asked_on, reverse=True)


def question_pairs(page: Any) -> list[Pair]:
    """Return the questions about a location or partner in the reader's language."""
    return row_pairs(page, "questions")


def answers_text(page: Any) -> str:
    """Return what a reader of a page sees of its answered questions, for search."""
    return " ".join(f"{text.question} {text.answer}" for _facts, text in answered(question_pairs(page)))


def who_answers(page: Any, question: QuestionRow) -> ContactRow | None:
    """Return the contact of a page for a question, if there is one who can be asked by mail."""
    return next((row for row in page.facts.contacts.all() if row.task == question.task and row.email), None)
