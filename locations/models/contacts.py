"""Whom to ask about what: rows of locations and partners, and how many questions were sent."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from locations.models.vocabularies import ContactTask
from portal.core.drafts.rules import MayBeUnfinished
from portal.core.models.pages import PortalPage

NUMBER = RegexValidator(r"^\+?[0-9][0-9 ()\-]{4,28}$", _("Write a telephone number, such as 030 123 45 67."))


class ContactRow(MayBeUnfinished, Orderable):
    """Where to go with one kind of question: an address of a function, never a private one."""

    task = models.CharField(_("about"), max_length=20, choices=ContactTask.choices)
    role = models.CharField(_("who answers"), max_length=80, help_text=_("A role, not the name of a person."))
    email = models.EmailField(_("e-mail address"), blank=True, help_text=_("The form on the site mails to it."))
    tel = models.CharField(_("telephone"), max_length=30, blank=True, validators=[NUMBER])
    answers_within = models.PositiveSmallIntegerField(_("answers within (working days)"), null=True, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    is_example = models.BooleanField(_("example"), default=False)

    panels = [
        FieldPanel("task"),
        FieldPanel("role"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("tel")]),
        FieldRowPanel([FieldPanel("answers_within"), FieldPanel("checked_on")]),
        FieldPanel("is_example"),
    ]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.get_task_display()

    def wrong(self) -> dict[str, Any]:
        """Refuse an answer within nought days, and within more than a month."""
        if self.answers_within is not None and not 1 <= self.answers_within <= 30:
            return {"answers_within": _("Choose between 1 and 30 working days.")}
        return {}

    @property
    def tel_url(self) -> str:
        """The number as a telephone dials it."""
        return "tel:" + "".join(sign for sign in self.tel if sign in "+0123456789")


class LocationContact(ContactRow):
    """Whom to ask at a location."""

    page = ParentalKey("locations.LocationPage", related_name="contacts", on_delete=models.CASCADE)

    class Meta(ContactRow.Meta):
        verbose_name = _("contact")


class PartnerContact(ContactRow):
    """Whom to ask at a partner that is not a location."""

    page = ParentalKey("locations.PartnerPage", related_name="contacts", on_delete=models.CASCADE)

    class Meta(ContactRow.Meta):
        verbose_name = _("contact")


def known_contacts(page: PortalPage) -> list[tuple[str, ContactRow]]:
    """Return the tasks that somebody answers for, in words, each with its contact; what is empty is left out."""
    contacts = {contact.task: contact for contact in page.facts.contacts.all()}
    return [(str(task.label), contacts[task.value]) for task in ContactTask if task.value in contacts]


def contact_text(page: PortalPage) -> str:
    """Return what a reader sees of whom to ask, for search."""
    return " ".join(f"{task} {row.role} {row.email} {row.tel}" for task, row in known_contacts(page))


class QuestionCountManager(models.Manager["QuestionCount"]):
    """Counts questions."""

    def add(self, page: str, task: str) -> None:
        """Count one question to a page, by its fixed key, about a task, today."""
        row, _made = self.get_or_create(day=timezone.localdate(), page=page, task=task)
        self.filter(pk=row.pk).update(number=F("number") + 1)


class QuestionCount(models.Model):
    """How many questions were sent on a day: all that the portal keeps of them."""

    day = models.DateField(_("day"))
    page = models.CharField(_("page"), max_length=120)
    task = models.CharField(_("about"), max_length=20)
    number = models.PositiveIntegerField(_("number"), default=0)

    objects = QuestionCountManager()

    class Meta:
        verbose_name = _("number of questions")
        verbose_name_plural = _("numbers of questions")
        constraints = [models.UniqueConstraint(fields=["day", "page", "task"], name="one_count_of_questions_a_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.page} {self.task}: {self.number}"
