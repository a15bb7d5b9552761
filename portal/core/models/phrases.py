"""How people search for a page: words and whole questions of visitors that its own text does not use.

Nobody reads them on the site; search knows them, each language its own.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import TranslatableField
from wagtail_localize.segments import StringSegmentValue

FIELD = "search_phrases"
MOST = 150
"""Phrases of one page with the views below it; more of them make a page that is found by everything."""
LONGEST = 120
"""Letters of a phrase: a long question fits, a pasted text does not."""


def phrases_in(text: str) -> tuple[str, ...]:
    """Return the phrases of a text, one a line, without surplus spaces and without repeats."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        if phrase := " ".join(line.split()):
            found.setdefault(phrase.casefold(), phrase)
    return tuple(found.values())


class PhrasesField(models.TextField):
    """Phrases, one a line: cleaned where they are checked, and translated as one text."""

    def clean(self, value: Any, model_instance: models.Model | None) -> str:
        """Return the phrases as they are kept; refuse too many of them, and one that is no phrase."""
        found = phrases_in(value or "")
        if len(found) > MOST:
            raise ValidationError(_("Write %(most)d lines at most.") % {"most": MOST})
        if long := [phrase for phrase in found if len(phrase) > LONGEST]:
            message = _("“%(start)s…” is too long. A line has %(longest)d letters at most.")
            raise ValidationError(message % {"start": long[0][:30], "longest": LONGEST})
        return str(super().clean("\n".join(found), model_instance))

    def get_translatable_segments(self, value: str) -> list[StringSegmentValue]:
        """Return the phrases as one text, so that another language may have more or fewer of them."""
        return [StringSegmentValue("", value)]

    def restore_translated_segments(self, value: str, segments: list[StringSegmentValue]) -> str:
        """Return the phrases of a translation; none while nobody wrote them, for those of another language help nobody.

        `value` is the text of the original, which wagtail-localize gives back for what has no translation.
        """
        written = "\n".join(phrases_in(segments[0].render_text()))
        return "" if written == value else written


class OwnWords(TranslatableField):
    """Text that each language has for itself: emptied in one, it stays in the other."""

    def is_synchronized(self, source: models.Model) -> bool:
        """Say no: nothing is copied from the original."""
        return False


class Findable(models.Model):
    """Mixin, placed before `SharedFacts`, for pages and snippets that visitors can find."""

    search_phrases = PhrasesField(
        _("how people search for this"),
        blank=True,
        default="",
        db_default="",
        help_text=_(
            "Words and whole questions that visitors use and the text does not, one a line. For example: “intern”, or "
            "“how do I combine studying with a job”. Search finds the page by them; nobody sees them. Words that we do "
            "not use ourselves are welcome here."
        ),
    )

    override_translatable_fields = [OwnWords(FIELD)]
    phrase_panels = [FieldPanel(FIELD)]

    class Meta:
        abstract = True

    @property
    def phrases(self) -> tuple[str, ...]:
        """The phrases, in the order of the form."""
        return phrases_in(self.search_phrases)
