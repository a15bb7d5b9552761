"""The edit form of a school year: its rows know the year they belong to, and each location has one start."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

ROWS = ("breaks", "cycle_starts")


class SchoolYearForm(WagtailAdminModelForm):
    """Checks holidays and starts against the days of the year as typed."""

    def is_valid(self) -> bool:
        """Give the rows their year before they are checked, then look for a location with two starts."""
        for name in ROWS:
            for form in self.formsets[name].forms:
                form.instance.year = self.instance
        valid: bool = super().is_valid()
        return not self._second_starts() and valid

    def _second_starts(self) -> bool:
        seen: set[Any] = set()
        found = False
        formset = self.formsets["cycle_starts"]
        for form in formset.forms:
            if (not form.has_changed() and not form.instance.pk) or form in formset.deleted_forms:
                continue
            location = form.instance.location_id
            if location in seen and "location" not in form.errors:
                form.add_error("location", _("This location already has a start. Change that one."))
                found = True
            seen.add(location)
        return found
