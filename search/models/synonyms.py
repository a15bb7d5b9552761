"""Synonyms: what visitors type and the words the house uses for it. Content, so it works at the next search."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from search.analysis.spelling import readable
from search.analysis.words import STOP_WORDS, all_terms, words_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def word_list(label: "StrOrPromise", help_text: "StrOrPromise") -> ArrayField:
    """Return a field for a list of words, written with commas between them."""
    return ArrayField(models.CharField(max_length=80), verbose_name=label, help_text=help_text)


class SynonymGroup(models.Model):
    """Words visitors type, and the words of the house that are searched as well.

    The direction is always from the visitor's words to the words of the house, at searching only;
    the visitor's own word is always searched too.
    """

    slug = models.SlugField(_("fixed key"), max_length=80)
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    typed = word_list(_("what visitors type"), _("Words or short phrases, with commas between them."))
    words = word_list(_("words of the house"), _("What is searched as well. Use words that stand on our pages."))
    notice = models.BooleanField(
        _("show which word we use"),
        default=False,
        help_text=_(
            "Tick when the house does not use the visitor's word: the results page then says which word it uses."
        ),
    )
    term = models.SlugField(
        _("glossary term"),
        max_length=120,
        blank=True,
        help_text=_("Fixed key of the glossary term that explains the word of the house; its page comes first."),
    )

    panels = [
        MultiFieldPanel([FieldPanel("language"), FieldPanel("slug")]),
        FieldPanel("typed"),
        FieldPanel("words"),
        MultiFieldPanel([FieldPanel("notice"), FieldPanel("term")], heading=_("The word of the house")),
    ]

    class Meta:
        ordering = ["language", "slug"]
        verbose_name = _("synonym group")
        verbose_name_plural = _("synonym groups")
        constraints = [models.UniqueConstraint(fields=["language", "slug"], name="one_synonym_group_per_key")]

    def __str__(self) -> str:
        return self.slug

    def clean(self) -> None:
        """Refuse words that would make search worse, each on its own field."""
        super().clean()
        errors: dict[str, list[str]] = {}
        self.typed = tidy(self.typed)
        self.words = tidy(self.words)
        for name in ("typed", "words"):
            errors[name] = [_("“%(word)s” is too common to search for.") % {"word": w} for w in self._empty(name)]
        others = SynonymGroup.objects.filter(language=self.language).exclude(pk=self.pk)
        errors["typed"] += self._taken(others)
        errors["words"] += self._refused(others) + self._circular(others)
        if found := {name: messages for name, messages in errors.items() if messages}:
            raise ValidationError(found)

    def _empty(self, name: str) -> list[str]:
        """Return the entries that hold no letters, or stop words only."""
        stop = STOP_WORDS[self.language]
        return [entry for entry in getattr(self, name) if all(word.lower() in stop for word in words_of(entry))]

    def _taken(self, others: "models.QuerySet[SynonymGroup]") -> list[str]:
        """Say which typed words another group already leads somewhere."""
        taken = {self._key(word): group.slug for group in others for word in group.typed}
        return [
            _("“%(word)s” already stands in the group “%(group)s”.") % {"word": word, "group": taken[self._key(word)]}
            for word in self.typed
            if self._key(word) in taken
        ]

    def _refused(self, others: "models.QuerySet[SynonymGroup]") -> list[str]:
        """Say which target words the house itself does not use: they may be typed, never led to."""
        refused = {self._key(word) for group in [*others, self] if group.notice for word in group.typed}
        return [
            _("The house does not use “%(word)s”; it may only stand under what visitors type.") % {"word": word}
            for word in self.words
            if self._key(word) in refused
        ]

    def _circular(self, others: "models.QuerySet[SynonymGroup]") -> list[str]:
        """Say which target words lead back to what was typed."""
        leads = {self._key(word): group.words for group in others for word in group.typed}
        typed = {self._key(word) for word in self.typed}
        wrong = []
        for word in self.words:
            seen, following = set(), [word]
            while following:
                key = self._key(following.pop())
                if key in seen:
                    continue
                seen.add(key)
                following += leads.get(key, [])
            if seen & typed:
                wrong.append(_("“%(word)s” leads back to what was typed.") % {"word": word})
        return wrong

    def _key(self, word: str) -> tuple[str, ...]:
        return all_terms(word, self.language)


def tidy(words: list[str]) -> list[str]:
    """Return the words without surplus spaces and repeats."""
    return list(dict.fromkeys(cleaned for word in words or [] if (cleaned := " ".join(readable(word).split()))))
