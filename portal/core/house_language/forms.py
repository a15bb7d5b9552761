"""Forms that say which words the house does not use, before anything is published with them."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import capfirst

from portal.core.house_language.checking import Finding, findings_in, language_for, refused_in, why_refused
from portal.core.house_language.finding import Finder
from portal.core.house_language.texts import KeptText, own_texts
from portal.core.house_language.words import finder


class HouseLanguageForm:
    """Mixin, placed before the base form: what is sent to be published or looked over is refused, a draft never."""

    instance: Any
    data: Any
    is_bound: bool

    def is_valid(self) -> bool:
        """Validate as usual; then look at the words, the rows included."""
        valid: bool = super().is_valid()  # type: ignore[misc]
        if valid and self.is_bound and self._is_sent_on() and (found := self._refused()):
            self.add_error(None, why_refused(found))  # type: ignore[attr-defined]
            return False
        return valid

    def _is_sent_on(self) -> bool:
        """Whether somebody wants it published, planned, approved or looked over, and not only kept or returned."""
        if getattr(self, "is_deferred_validation", False) or "action-cancel-workflow" in self.data:
            return False
        return not self.data.get("action-workflow-action") or self.data.get("workflow-action-name") == "approve"

    def _refused(self) -> list[Finding]:
        words: Finder = finder(language_for(self.instance))
        if not words or getattr(self.instance, "names_refused_words", False):
            return []
        return refused_in(findings_in(_texts_of_form(self), words))


def _texts_of_form(form: Any) -> Iterator[KeptText]:
    """Yield the texts of a form that is valid, and of its rows; what is being deleted says nothing."""
    yield from own_texts(form.instance)
    for rows in getattr(form, "formsets", {}).values():
        kept = [row for row in rows.forms if row not in rows.deleted_forms and (row.instance.pk or row.has_changed())]
        for number, row in enumerate(kept, start=1):
            for text in _texts_of_form(row):
                label = f"{capfirst(row.instance._meta.verbose_name)} {number} › {text.label}"
                yield KeptText(label, text.value, text.rich, text.write)
