"""What stood in a field last year, beside that field."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel

from curriculum.rollover.models import LabEdition

KEPT_AS = "_earlier_edition"


class FieldWithLastYear(FieldPanel):
    """A field of a lab that, in a new school year, shows what it said in the year before."""

    class BoundPanel(FieldPanel.BoundPanel):
        """Adds the words of last year to the help of the field."""

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            before = earlier_edition(self.instance)
            text = getattr(before.old, self.field_name) if before else ""
            if before and text:
                said = _("In %(year)s it said: “%(text)s”") % {"year": before.old_year, "text": text}
                self.help_text: Any = format_html("{} {}", said, self.help_text)


def earlier_edition(lab: Any) -> LabEdition | None:
    """Return the edition a lab was made from, asked once for all fields of a form; None for any other lab."""
    if KEPT_AS not in lab.__dict__:
        found = LabEdition.objects.filter(new=lab.pk).select_related("old") if lab.pk else LabEdition.objects.none()
        lab.__dict__[KEPT_AS] = found.first()
    kept: LabEdition | None = lab.__dict__[KEPT_AS]
    return kept
