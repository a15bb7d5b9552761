"""How long a page stays right by itself, and the day on which somebody looks at it again.

Each kind of page says how many months it keeps and why (`check_every`). The months count from the last check, else from
the day the page came on the site. A kind that has a day of its own, such as a plan, names its field in `check_day`.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Case, F, Func, Q, Value, When
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Cast, Coalesce
from django.utils.functional import Promise

from portal.core.page_types import page_types

if TYPE_CHECKING:
    from portal.core.models.pages import PortalPage
    from portal.core.models.querysets import PortalPageQuerySet


class CheckEvery(NamedTuple):
    """How many months a kind of page stays right by itself, and why; None for what says how things were on a day."""

    months: int | None
    reason: str | Promise


def with_check_days(pages: "PortalPageQuerySet") -> "PortalPageQuerySet":
    """Add `last_checked` and `check_on`; the second is None for a page that needs no check."""
    checked = Coalesce("checked_on", "first_published_at__date", output_field=models.DateField())
    kinds = page_types()
    found = pages.annotate(last_checked=checked, keeps_months=_months(kinds))
    found = found.annotate(by_the_months=_months_later("last_checked", "keeps_months"))
    return found.annotate(check_on=Case(*_own_days(kinds), default=F("by_the_months")))


def _months(kinds: "Iterable[type[PortalPage]]") -> Cast:
    types = ContentType.objects.get_for_models(*kinds)
    keeps = [When(content_type=types[kind], then=Value(kind.check_every.months)) for kind in kinds]
    return Cast(Case(*keeps), models.IntegerField())


def _months_later(day: str, months: str) -> Cast:
    """Return the same day so many months later; PostgreSQL takes the last of a month that is shorter."""
    template = "%(function)s(months => %(expressions)s)"
    span = Func(F(months), function="make_interval", template=template, output_field=models.DurationField())
    return Cast(CombinedExpression(F(day), "+", span, models.DateTimeField()), models.DateField())


def _own_days(kinds: "Iterable[type[PortalPage]]") -> Iterable[When]:
    """Take the day that a page itself names, until it was checked on or after that day."""
    for kind in kinds:
        if kind.check_day:
            name = f"{kind._meta.model_name}__{kind.check_day}"
            yield When(Q(**{f"{name}__gt": F("last_checked")}), then=F(name))
