"""Looking at every link in the texts on the site: once a night, and by `manage.py check_links`."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.functional import Promise

from portal.editorial.links.models import BrokenLink, Trouble
from portal.editorial.links.reading import Targets, links_on_site

Key = tuple[int, str, str, str, str]


def check_links() -> str:
    """Note what is wrong now, forget what is right again, and say how many links are broken."""
    found = _broken_now()
    with transaction.atomic():
        known = {_key(row): row for row in BrokenLink.objects.select_for_update()}
        BrokenLink.objects.filter(pk__in=[row.pk for key, row in known.items() if key not in found]).delete()
        BrokenLink.objects.bulk_create(row for key, row in found.items() if key not in known)
        for key, row in known.items():
            if key in found and row.names != found[key].names:
                row.names = found[key].names
                row.save(update_fields=["names"])
    return f"{sum(row.trouble != Trouble.MOVED for row in found.values())} broken links"


def _key(row: BrokenLink) -> Key:
    return row.page_id, row.field, row.target, row.trouble, row.moved_to


def _broken_now() -> dict[Key, BrokenLink]:
    """Return the broken links of what visitors read; a row is known by its field in the language of the house."""
    targets, today, found = Targets(), timezone.localdate(), dict[Key, BrokenLink]()
    with translation.override(settings.LANGUAGE_CODE):
        for page, link in links_on_site():
            if finding := targets.finding(link):
                target = link.target if link.kind == "address" else f"{link.kind} {link.target}"
                row = BrokenLink(
                    page_id=page.pk,
                    field=str(link.field)[:250],
                    names=_names(link.field),
                    words=link.words[:120],
                    target=target[:500],
                    trouble=finding.trouble,
                    moved_to=finding.moved_to,
                    since=finding.since or today,
                )
                found.setdefault(_key(row), row)
    return found


def _names(field: str | Promise) -> dict[str, str]:
    """Return how a field is called in each language of the admin."""
    names = {}
    for code, _language in settings.WAGTAILADMIN_PERMITTED_LANGUAGES:
        with translation.override(code):
            names[code] = str(field)
    return names
