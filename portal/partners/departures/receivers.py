"""Redirects follow pages that come back, leave, or get another address."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from portal.partners.departures.signposts import clear, follow_offline


@receiver(page_published)
def visitors_come_here_again(instance: Page, **kwargs: Any) -> None:
    """Take away the redirect of a page that can be read again, or of a new page at an old address."""
    clear(instance)


@receiver(page_unpublished)
def no_redirect_of_before(instance: Page, **kwargs: Any) -> None:
    """Take away what was hidden behind a page: one that was moved away and back would lead to itself without end."""
    clear(instance)


@receiver(post_page_move)
def redirects_move_along(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    """Keep visitors on their way when an offline page moves."""
    if url_path_before != url_path_after:
        follow_offline(instance, url_path_before, url_path_after)


@receiver(page_slug_changed)
def redirects_follow_a_new_address(instance: Page, instance_before: Page, **kwargs: Any) -> None:
    """Keep visitors on their way when an offline page gets another address."""
    follow_offline(instance, instance_before.url_path, instance.url_path)
