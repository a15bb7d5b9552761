"""What pages of this app tell search engines (schema.org)."""

from portal.core.models.pages import PortalPage
from portal.core.seo.json_ld import Data, article


def page_article(page: PortalPage, site_url: str) -> Data:
    """Return a page as an article, published when it first went live."""
    return article(
        name=page.title,
        url=f"{site_url}{page.get_url()}",
        description=page.summary,
        language=page.locale.language_code,
        published=page.first_published_at,
    )
