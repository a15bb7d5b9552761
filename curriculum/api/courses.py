"""Courses of the read API: the themes that institutes share, each with its own learning outcomes."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from curriculum.models.theme import ThemePage, theme_pages
from curriculum.request_context import outcomes_in
from portal.core.api.lists import PROBLEMS, Asked, Page, one_of, page_of, router_of
from portal.core.api.schemas import ApiModel, LanguageTypedString, Taught, described, typed
from portal.core.content_cache import kept
from portal.core.locales import active_locale
from portal.core.seo.head import site_url

router = router_of("courses")


class CourseExt(ApiModel):
    """What only this portal tells of a theme."""

    kind: str
    is_example: bool


class Course(Taught):
    """A theme."""

    course_id: UUID
    level: str = "undefined"
    learning_outcomes: list[list[LanguageTypedString]]
    ext: CourseExt


@kept(size=4)
def themes_in(language: str) -> list[ThemePage]:
    """Return the public themes in the order of the tree."""
    return theme_pages(active_locale())


@router.get("", response={200: Page[Course], **PROBLEMS}, url_name="courses")
def courses(request: HttpRequest, asked: Query[Asked]) -> dict[str, Any]:
    """List the themes that institutes share."""
    themes = themes_in(active_locale().language_code)
    found = [theme for theme in themes if asked.finds(theme.title, theme.content_key)]
    return page_of(request, asked, found, lambda theme: _course(theme, site_url(request)))


@router.get("/{uuid:key}", response={200: Course, **PROBLEMS}, url_name="course")
def course(request: HttpRequest, key: UUID) -> Course:
    """Tell of one theme."""
    themes = themes_in(active_locale().language_code)
    return _course(one_of(request, themes, key, lambda theme: theme.translation_key), site_url(request))


def _course(theme: ThemePage, root: str) -> Course:
    outcomes = [one for one in outcomes_in(active_locale().language_code) if one.about(theme)]
    return Course(
        **described(theme, root, "x-opleidingshuis"),
        course_id=theme.translation_key,
        abbreviation=theme.content_key,
        learning_outcomes=[typed(one.page, one.page.summary, one.page.title) for one in outcomes],
        ext=CourseExt(kind=theme.facts.kind, is_example=theme.facts.is_example),
    )
