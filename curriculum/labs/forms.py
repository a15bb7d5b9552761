"""The edit form of a lab: no two sessions may carry one identity."""

import uuid

from portal.forms import PortalPageForm


class LabPageForm(PortalPageForm):
    """Gives a new identity to each session row that repeats one, forged or copied."""

    def is_valid(self) -> bool:
        """Validate, then make the identities of the session rows unique."""
        valid: bool = super().is_valid()
        if "sessions" in self.formsets:
            self._separate_identities()
        return valid

    def _separate_identities(self) -> None:
        from curriculum.labs.rows import LabSession

        rows = [form.instance for form in self.formsets["sessions"].forms if form.instance.uid]
        elsewhere = LabSession.objects.exclude(page__translation_key=self.instance.translation_key)
        seen = set(elsewhere.filter(uid__in=[row.uid for row in rows]).values_list("uid", flat=True))
        for row in rows:
            if row.uid in seen:
                row.uid = uuid.uuid4()
            seen.add(row.uid)
