"""Addresses that belong to a view: a page may not take one, for it would never be shown there."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

FIRST_STEP = re.compile(r"\^?/?([\w-]+)(?=[/$?]|\\Z|$)")
OWNED = _("“%(slug)s” is an address of the site itself. Choose another.")
HOME_DEPTH = 2
"""Depth of the home page of a language: what stands below it comes first in an address."""


def refuse_owned(slug: str, parent: Page | None) -> None:
    """Raise a ValidationError beside the slug when an address below this page belongs to a view."""
    if slug and parent is not None and is_owned(slug, parent):
        raise ValidationError({"slug": OWNED % {"slug": slug}})


def is_owned(slug: str, parent: Page) -> bool:
    """Whether a view answers where the page would stand, in either language.

    A route that takes any word, such as the address of a term, gives way to a page and owns nothing.
    """
    if parent.depth == HOME_DEPTH and slug.lower() in names_of_the_site():
        return True
    kind = parent.specific_class
    routable = kind is not None and issubclass(kind, RoutablePageMixin)
    return routable and slug.lower() in first_steps(kind.get_subpage_urls())


@cache
def names_of_the_site() -> frozenset[str]:
    """Return the first steps of every address of the URL conf, in every language, and where files are served."""
    names: set[str] = set()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            names |= first_steps(get_resolver().url_patterns)
    files = (settings.MEDIA_URL, settings.STATIC_URL)
    return frozenset(names | {step for url in files for step in url.split("/")[:2] if step and ":" not in step})


def first_steps(patterns: Iterable[URLPattern | URLResolver]) -> set[str]:
    """Return the fixed first steps of patterns; what is included without a step of its own is looked into."""
    found: set[str] = set()
    for pattern in patterns:
        route = str(pattern.pattern)
        if step := FIRST_STEP.match(route):
            found.add(step[1].lower())
        # A language is no step of its own: every page stands below one.
        if isinstance(pattern, URLResolver) and (not route.strip("^/") or route.strip("/") in dict(settings.LANGUAGES)):
            found |= first_steps(pattern.url_patterns)
    return found


class OwnAddressCopyForm(CopyForm):
    """The form of a copy: refuses an address that belongs to a view, as the form of a page does."""

    def clean(self) -> dict[str, Any]:
        """Look where the copy would stand."""
        cleaned: dict[str, Any] = super().clean()
        parent = cleaned.get("new_parent_page") or self.page.get_parent()
        try:
            refuse_owned(cleaned.get("new_slug", ""), parent)
        except ValidationError as error:
            self.add_error("new_slug", error.error_dict["slug"])
        return cleaned
