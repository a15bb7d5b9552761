"""Words of the read API: as the Open Education API (version 5) spells them, in Python's spelling here.

Texts say in which language they are: a reader of English gets Dutch where there is no English.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel
from wagtail.models import TranslatableMixin

from portal.core.locales import language_of
from portal.core.worded import with_country

DUTCH = "nld"
"""In which language lessons are given (ISO 639-2)."""


class ApiModel(BaseModel):
    """Names in camel case, on the way in and out.

    Not Ninja's `Schema`, which looks each value up as a template does: five sixths of what a long list cost.
    """

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class LanguageTypedString(ApiModel):
    """A text and its language."""

    language: str = Field(examples=["nl-NL"])
    value: str


class IdentifierEntry(ApiModel):
    """A code that people can read, and its kind; what begins with x- is of this portal."""

    code_type: str
    code: str


class Described(ApiModel):
    """What everything here has."""

    primary_code: IdentifierEntry
    name: list[LanguageTypedString] = Field(min_length=1)
    description: list[LanguageTypedString] = Field(min_length=1)
    link: str | None = None
    """The page for people."""


class Taught(Described):
    """What is given in a language."""

    abbreviation: str
    teaching_language: str = Field(default=DUTCH, pattern="^[a-z]{3}$")


def typed(item: TranslatableMixin, *texts: str) -> list[LanguageTypedString]:
    """Return the first of these texts of a page or entry that says something, with its language."""
    value = next(filter(None, texts), "")
    return [LanguageTypedString(language=with_country(language_of(item)), value=value)]


def described(page: Any, site_url: str, code_type: str) -> dict[str, Any]:
    """Return what everything that is a page has: its fixed key, title, summary and address."""
    return {
        "primary_code": IdentifierEntry(code_type=code_type, code=page.content_key),
        "name": typed(page, page.title),
        "description": typed(page, page.summary, page.title),
        "link": f"{site_url}{page.get_url()}",
    }
