"""The words that the house does not use, with what it says instead: a list of the core team."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from portal.core.content_cache import watch
from portal.core.house_language.finding import Finder, HouseWord
from portal.core.house_language.signs import letters_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SHORTEST = 3
"""Letters of a word in the list; fewer would stand in every sentence."""


def _words(label: "StrOrPromise", help_text: "StrOrPromise", **options: Any) -> ArrayField:
    return ArrayField(models.CharField(max_length=80), verbose_name=label, help_text=help_text, **options)


class RefusedWord(models.Model):
    """A word that the house does not use, in one language, with its forms and what the house says instead."""

    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    forms = _words(
        _("words we do not use"),
        _(
            "With commas between them. Hyphens, spaces, plurals and compounds are found by themselves; write other "
            "forms, such as begeleiding beside begeleider."
        ),
    )
    says = _words(
        _("what we say instead"),
        _("The word, then its other forms: begeleider, begeleiders. The form that fits is put in its place."),
    )
    exceptions = _words(
        _("may be written"),
        _("What only looks like it, with commas between them: studentenkaart beside student."),
        default=list,
        blank=True,
    )
    advises = models.BooleanField(
        _("only advise"), default=False, help_text=_("Tick when the word may be published and an editor gets advice.")
    )
    term = models.SlugField(
        _("glossary term"),
        max_length=80,
        blank=True,
        help_text=_("Fixed key of the glossary term that says what the word of the house means."),
    )

    panels = [
        FieldPanel("language"),
        FieldPanel("forms"),
        FieldPanel("says"),
        FieldPanel("exceptions"),
        MultiFieldPanel([FieldPanel("advises"), FieldPanel("term")], heading=_("The word of the house")),
    ]

    class Meta:
        ordering = ["language", "forms"]
        verbose_name = _("word we do not use")
        verbose_name_plural = _("words we do not use")

    def __str__(self) -> str:
        return ", ".join(self.forms[:1])

    def clean(self) -> None:
        """Refuse a word that would be found everywhere, and a word of the house that is refused itself."""
        super().clean()
        if short := [form for form in self.forms or () if len(letters_of(form)) < SHORTEST]:
            raise ValidationError({"forms": _("“%(word)s” is too short to look for.") % {"word": short[0]}})
        others = RefusedWord.objects.exclude(pk=self.pk).filter(language=self.language)
        finder = Finder([self.rule, *(other.rule for other in others)])
        if wrong := [word for word in self.says or () if finder.find(word)]:
            message = _("“%(word)s” is a word we do not use itself.") % {"word": wrong[0]}
            raise ValidationError({"says": message})

    @property
    def rule(self) -> HouseWord:
        """The word as texts are searched for it."""
        return HouseWord(tuple(self.forms or ()), tuple(self.says or ()), tuple(self.exceptions or ()), self.advises)


watch(RefusedWord)
