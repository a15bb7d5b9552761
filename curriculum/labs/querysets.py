"""Questions about sessions of labs."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models


class LabSessionQuerySet(models.QuerySet[Any]):
    """Questions about sessions. Always start from `public`: aliases hold copies of the rows."""

    def public(self) -> "LabSessionQuerySet":
        """Return the sessions of live labs, each once: those on the Dutch page."""
        return self.filter(page__locale__language_code=settings.LANGUAGE_CODE, page__alias_of=None, page__live=True)

    def planned_between(self, first: datetime, last: datetime) -> "LabSessionQuerySet":
        """Return the sessions that take place and start in a stretch of time."""
        return self.filter(state="gepland", starts__gte=first, starts__lte=last)
