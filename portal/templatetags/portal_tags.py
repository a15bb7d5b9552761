"""Tags of the look: navigation, dates in the reader's language, marks of another language, JSON-LD."""

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext
from wagtail.rich_text import RichText

from portal.core.address_words import address, answer_in, name_in
from portal.core.content_cache import kept
from portal.core.explained import explained
from portal.core.facet_form import Option
from portal.core.house_language.checking import some_of
from portal.core.house_language.gate import refused
from portal.core.locales import language_of
from portal.core.models.media import PortalImage
from portal.core.models.pages import PortalPage
from portal.core.navigation import Navigation, navigation_for
from portal.core.seo.head import Head, View, head_for

register = template.Library()

STATES = {
    "gepland": "plan",
    "binnenkort": "soon",
    "vrije-inloop": "walk",
    "niet-nodig": "group",
    "vol": "full",
    "bezig": "busy",
    "geweest": "past",
    "vervallen": "off",
}
"""What a session's own state is called in the stylesheet."""

STATE_WORDS = {
    "soon": gettext_lazy("soon"),
    "walk": gettext_lazy("just walk in"),
    "group": gettext_lazy("no need to sign up"),
    "full": gettext_lazy("full"),
    "busy": gettext_lazy("going on now"),
    "plan": gettext_lazy("planned"),
    "past": gettext_lazy("is over"),
    "off": gettext_lazy("cancelled"),
}


@register.simple_tag(takes_context=True)
def navigation(context: Context) -> Navigation:
    """Return the menu, the breadcrumbs, the languages and the footer of the page that is shown."""
    above, came = context.get("view_above"), context.get("opened_from")
    return navigation_for(context["request"], context.get("page"), above, came)


@register.simple_tag
def words_to_replace(page: object) -> str:
    """Name the words of a draft with which it cannot be published, for who looks at its preview."""
    return some_of(refused(page)) if isinstance(page, PortalPage) else ""


@register.simple_tag(takes_context=True)
def head(context: Context, nav: Navigation) -> Head:
    """Return what the head of the document tells search engines and other sites."""
    view = View(
        title=context.get("page_title") or "",
        details=context.get("title_details") or (),
        summary=context.get("view_summary") or "",
    )
    return head_for(context["request"], context.get("page"), nav, view)


@register.filter(expects_localtime=True)
def day(value: date | None) -> str:
    """Return a date with its day of the week: di 1 december 2026."""
    return written(value, "D j F Y") if value else ""


@register.filter(expects_localtime=True)
def short_day(value: date | None) -> str:
    """Return a date without its year: 1 december."""
    return written(value, "j F") if value else ""


@register.filter(expects_localtime=True)
def day_of_week(value: date | None) -> str:
    """Return a date as one reads it in a week: di 1."""
    return written(value, "D j") if value else ""


@register.filter(expects_localtime=True)
def clock(value: datetime | time | None) -> str:
    """Return a time as the reader writes it: 15.00 or 15:00."""
    return written(value, pgettext("time of day", "H:i")) if value else ""


def written(value: date | time, pattern: str) -> str:
    """Return a local date or time in the language that is active."""
    # Without its zone: the same moment elsewhere has another hour, and would be taken for the same.
    return _written(value.replace(tzinfo=None) if isinstance(value, datetime) else value, pattern, get_language())


@lru_cache(maxsize=5000)
def _written(value: date | time, pattern: str, _language: str | None) -> str:
    """Return the text; long lists show the same days and hours again and again."""
    return date_format(value, pattern)  # type: ignore[arg-type]  # a time alone has a written form too


@register.filter
def lang_attr(item: object) -> str:
    """Return ` lang="nl"` for text in another language than the page's, else nothing."""
    language = language_of(item) if hasattr(item, "locale_id") else ""
    return format_html(' lang="{}"', language) if language and language != get_language() else SafeString("")


@register.filter
def own_lang(item: object) -> str:
    """Return the page's language for words of the portal that stand inside an item in another language."""
    return format_html(' lang="{}"', get_language()) if lang_attr(item) else SafeString("")


@register.filter
def marked(text: str, source: object) -> str:
    """Return words of an item for a sentence of the portal, in a `span` with their language where it is another."""
    attribute = lang_attr(source)
    return format_html("<span{}>{}</span>", attribute, text) if attribute else text


@register.filter
def state_look(state: str) -> str:
    """Return the stylesheet's word for a state; what it does not know stays as it is."""
    return STATES.get(state, state)


@register.filter
def state_word(state: str) -> str:
    """Return the word for a state in the reader's language."""
    return str(STATE_WORDS.get(state_look(state), state))


@register.filter
def words(text: str) -> list[str]:
    """Return the words of a text, to repeat something in a drawing."""
    return text.split()


@register.filter
def asked_as(key: str) -> str:
    """Return what a question is called in an address, in the reader's language."""
    return name_in(get_language(), key)


@register.filter
def answered_as(answer: str, key: str) -> str:
    """Return an answer to a question as an address says it: `{{ value|answered_as:"jaar" }}`."""
    return answer_in(get_language(), key, str(answer))


@register.simple_tag
def asking(**answers: Any) -> str:
    """Return the end of an address that asks something: `{% asking locatie=location.content_key %}`.

    Several answers to a question are a list.
    """
    return address(
        (key, str(each)) for key, given in answers.items() for each in (given if isinstance(given, list) else [given])
    )


@register.simple_tag
def facet_options(name: str, options: Iterable[Option]) -> SafeString:
    """Return values of a facet as boxes to tick; those of `sector` get their shape.

    No template: a form has dozens of these, and for so little each would cost four times as much.
    """
    return mark_safe("".join(facet_option(name, option) for option in options))


def facet_option(name: str, option: Option) -> SafeString:
    """Return one value of a facet as a box to tick."""
    language = get_language()
    off, mark = (" off", " disabled") if option.is_off else ("", " checked" if option.chosen else "")
    box, shape = _facet_box(language, name, option.value, str(option.label))
    counted = f'<span class="count">{option.count} <span class="vh">{_counted(language, option.count)}</span></span>'
    # Safe: value, label and name are escaped, the rest is ours.
    return mark_safe(f'<label class="check{off}">{box} data-count="{option.count}"{mark}> {shape} {counted}</label>')


@lru_cache(maxsize=5000)
def _facet_box(_language: str | None, name: str, value: str, label: str) -> tuple[str, str]:
    """Return the beginning of a box, and what stands beside it: all that is the same whatever is counted and chosen."""
    value, label = escape(answered_as(value, name)), escape(label)
    shape = f'<span class="sector" data-s="{value}">{value}</span>' if name == "sector" else f"<span>{label}</span>"
    return f'<input type="checkbox" name="{escape(asked_as(name))}" value="{value}"', shape


@lru_cache(maxsize=1000)
def _counted(_language: str | None, count: int) -> str:
    """Return the word behind a count of results."""
    return ngettext("result", "results", count)


@register.simple_tag
def page_picture(page: PortalPage) -> str:
    """Return the picture of a page with its credit; nothing of one that has no words or no consent."""
    image = page.listing_image
    return _picture(image, get_language() or "") if image is not None and image.may_be_shown else ""


@kept(size=500)
def _picture(image: PortalImage, _language: str) -> str:
    """Return the picture in HTML; nothing while its file is not there."""
    if not image.file.storage.exists(image.file.name):
        return ""
    return render_to_string("components/picture.html", {"image": image})


@register.simple_tag(takes_context=True)
def explaining(context: Context, text: RichText) -> SafeString:
    """Show rich text with the words of the house explained that the page did not use before."""
    return explained(str(text), context.flatten())
