"""Who edits which page, in a process with the settings of the load: `python -m tests.benchmarks.load.editors 20`.

With a number it prints so many people with a page of their own, as JSON; without, what the database has of the pages
that come in as JSON: the title of the newest version of each.
"""

import json
import sys
from itertools import cycle, islice
from typing import Any

import django


def people(number: int) -> list[dict[str, Any]]:
    """Return people who each have a page that they may change, no two of them the same one."""
    from wagtail.permission_policies.pages import PagePermissionPolicy

    from home.demo.accounts import DEMO_ACCOUNTS, Role
    from portal.models import User

    accounts = [account for account in DEMO_ACCOUNTS if account.role in (Role.AUTHOR, Role.EDITOR)]
    policy, taken = PagePermissionPolicy(), set[int]()
    found: list[dict[str, Any]] = []
    for account in islice(cycle(accounts), number * len(accounts)):
        user = User.objects.get(email=account.email)
        pages = policy.instances_user_has_permission_for(user, "change").filter(
            live=True, locale__language_code="nl", alias_of=None, depth__gt=3
        )
        page = pages.exclude(pk__in=taken).order_by("-path").first()
        if page and len(found) < number:
            taken.add(page.pk)
            found.append(
                {"email": account.email, "password": account.password, "page": page.pk, "text": text(page.specific)}
            )
    return found


def text(page: Any) -> dict[str, str]:
    """Return the paragraphs of a page as a browser sends them, which makes them with a script."""
    from wagtail.fields import StreamField
    from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

    found: dict[str, str] = {}
    for field in page._meta.get_fields():
        if isinstance(field, StreamField) and "paragraph" in field.stream_block.child_blocks:
            parts = [part.value.source for part in getattr(page, field.name) if part.block_type == "paragraph"]
            sent = streamfield([("paragraph", rich_text(part)) for part in parts])
            found |= {name: str(value) for name, value in nested_form_data({field.name: sent}).items()}
    return found


def titles(pages: list[int]) -> dict[int, str]:
    """Return the title that the newest version of each page has."""
    from wagtail.models import Page

    versions = Page.objects.filter(pk__in=pages).select_related("latest_revision")
    return {page.pk: page.latest_revision.content["title"] if page.latest_revision else page.title for page in versions}


def main() -> None:
    """Print what is asked."""
    django.setup()
    print(json.dumps(people(int(sys.argv[1])) if len(sys.argv) > 1 else titles(json.load(sys.stdin))))


if __name__ == "__main__":
    main()
