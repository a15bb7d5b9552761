"""The edit form of a lab: what its kind says is not asked, and odd sessions are kept on purpose only."""

import hashlib
import uuid
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from curriculum.labs.doubts import doubts
from curriculum.labs.kinds import WEEK_OF_SKILLS, LabCadence, LabKind
from curriculum.labs.rows import LabSession
from portal.core.forms import PortalPageForm


class LabPageForm(PortalPageForm):
    """Gives a new identity to each session row that repeats one, forged or copied, and asks about odd sessions once."""

    KEEP = "keep_sessions"
    """Name of the box that says: these sessions are meant."""

    kept_key = ""
    """The value of that box, which stands for exactly these doubts; empty when nothing is asked."""

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(None if data is None else _without_empty_themes(data), *args, **kwargs)
        if data is None and not self.instance.pk and not self.instance.themes.all():
            self.formsets["themes"].extra = 1  # hardly a lab has none, so the row is there

    def clean(self) -> dict[str, Any]:
        """Give a skills lab its week, which is not asked."""
        cleaned = super().clean()
        has_a_week = cleaned.get("kind") == LabKind.SKILLS and cleaned.get("cadence") != LabCadence.WEEKLY
        if has_a_week and cleaned.get("week_in_cycle", WEEK_OF_SKILLS) is None:
            cleaned["week_in_cycle"] = WEEK_OF_SKILLS
        return cleaned

    def is_valid(self) -> bool:
        """Validate, make the identities of the session rows unique, and ask about what is hardly ever meant."""
        valid: bool = super().is_valid()
        if "sessions" in self.formsets:
            self._separate_identities()
            valid = valid and not self._asks()
        return valid

    def _asks(self) -> bool:
        """Show the doubts that are new since the page was saved last, unless the editor has just confirmed them."""
        formset = self.formsets["sessions"]
        forms = [form for form in formset.forms if form not in formset.deleted_forms and form.instance.starts]
        found = doubts(self.instance, [form.instance for form in forms])
        if found and self.instance.pk:
            saved = type(self.instance).objects.get(pk=self.instance.pk).get_latest_revision_as_object()
            accepted = {doubt.fact for doubt in doubts(saved, list(saved.sessions.all()))}
            found = [doubt for doubt in found if doubt.fact not in accepted]
        key = hashlib.sha256(repr(sorted(str(doubt.fact) for doubt in found)).encode()).hexdigest()[:16]
        if not found or self.data.get(self.KEEP) == key:
            return False
        self.kept_key = key
        for doubt in found:
            forms[doubt.row].add_error(doubt.field, doubt.message)
        self.add_error(None, _("Is each of these sessions meant? Change it, or tick “Keep these sessions” below them."))
        return True

    def _separate_identities(self) -> None:
        rows = [form.instance for form in self.formsets["sessions"].forms if form.instance.uid]
        elsewhere = LabSession.objects.exclude(page__translation_key=self.instance.translation_key)
        seen = set(elsewhere.filter(uid__in=[row.uid for row in rows]).values_list("uid", flat=True))
        for row in rows:
            if row.uid in seen:
                row.uid = uuid.uuid4()
            seen.add(row.uid)


def _without_empty_themes(data: Mapping[str, Any]) -> QueryDict | dict[str, Any]:
    """Return what was sent, with the new rows of themes in which nothing was chosen taken away."""
    whole: QueryDict | dict[str, Any] = data.copy() if isinstance(data, QueryDict) else dict(data)
    for name in [name for name in whole if name.startswith("themes-") and name.endswith("-theme")]:
        row = name.removesuffix("-theme")
        if not whole[name] and not whole.get(f"{row}-id"):
            whole[f"{row}-DELETE"] = "on"
    return whole
