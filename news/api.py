"""News items of the read API."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query

from news.models import NewsPage
from portal.core.api.lists import PROBLEMS, Asked, Page, one_of, page_of, router_of
from portal.core.api.schemas import ApiModel, LanguageTypedString, typed
from portal.core.content_cache import kept
from portal.core.locales import active_locale
from portal.core.reading import for_reader
from portal.core.seo.head import site_url
from portal.partners.organizations import organization_keys

router = router_of("news")


class NewsItemExt(ApiModel):
    """What only this portal tells of news."""

    organization: UUID | None = None
    is_example: bool


class NewsItem(ApiModel):
    """A piece of news of a partner."""

    news_item_id: UUID
    news_item_type: str = "general"
    name: list[LanguageTypedString]
    content: list[LanguageTypedString]
    link: str
    valid_from: datetime
    last_modified: datetime | None = None
    ext: NewsItemExt


class AskedNews(Asked):
    """Questions to the list of news."""

    organization: UUID | None = None


@kept(size=4)
def news_in(language: str) -> list[NewsPage]:
    """Return the public news in a language, the newest first."""
    return for_reader(NewsPage.objects.order_by("-date", "path"), active_locale())


@router.get("", response={200: Page[NewsItem], **PROBLEMS}, url_name="news_items")
def news_items(request: HttpRequest, asked: Query[AskedNews]) -> dict[str, Any]:
    """List the news, the newest first."""
    found = [
        page
        for page in news_in(active_locale().language_code)
        if asked.finds(page.title) and asked.organization in (None, _organization(page))
    ]
    return page_of(request, asked, found, lambda page: _item(page, site_url(request)))


@router.get("/{uuid:key}", response={200: NewsItem, **PROBLEMS}, url_name="news_item")
def news_item(request: HttpRequest, key: UUID) -> NewsItem:
    """Tell one piece of news."""
    pages = news_in(active_locale().language_code)
    return _item(one_of(request, pages, key, lambda page: page.translation_key), site_url(request))


def _organization(page: NewsPage) -> UUID | None:
    return organization_keys().get(page.partner_id or 0)


def _item(page: NewsPage, root: str) -> NewsItem:
    return NewsItem(
        news_item_id=page.translation_key,
        name=typed(page, page.title),
        content=typed(page, page.summary, page.title),
        link=f"{root}{page.get_url()}",
        valid_from=timezone.make_aware(datetime.combine(page.facts.date, time.min)),
        last_modified=page.last_published_at,
        ext=NewsItemExt(organization=_organization(page), is_example=page.facts.is_example),
    )
