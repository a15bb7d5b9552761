"""The form in which a team writes down what came of a task."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from locations.onboarding.trajectory import TaskProgress


class EvidenceForm(WagtailAdminModelForm):
    """The day, a line, and a document of the school itself; all of it may be filled in later."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """When the row was last changed before this form was opened."""

    class Meta:
        model = TaskProgress
        fields = ("done_on", "note", "document")
        help_texts = {
            "done_on": _("Leave this empty as long as you are working on it."),
            "note": _("Short, and without names of persons."),
            "document": _("From the documents of your own location. Visitors cannot read it."),
        }
        widgets = {"document": forms.Select, "note": forms.Textarea({"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = self.instance
        own = Q(collection=row.trajectory.partner.collection_id) | Q(pk=row.document_id)
        documents = self.fields["document"].queryset
        self.fields["document"].queryset = documents.filter(own).order_by("title")
        self.fields["document"].empty_label = _("no document")

    @property
    def kept_at(self) -> str:
        """When the row was last changed, as the form remembers it; empty for one that is not there yet."""
        stored = TaskProgress.objects.filter(trajectory=self.instance.trajectory_id, task=self.instance.task)
        moment = stored.values_list("changed_at", flat=True).first()
        return moment.isoformat() if moment else ""

    def clean(self) -> dict[str, Any]:
        """Ask instead of overwriting when a colleague wrote something down after this form was opened."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("seen", "") != self.kept_at:
            words = _(
                "A colleague wrote something down meanwhile: “%(note)s”. Your text is still here. "
                "Save again to replace theirs."
            )
            stored = TaskProgress.objects.filter(trajectory=self.instance.trajectory_id, task=self.instance.task)
            note = stored.values_list("note", flat=True).first() or ""
            raise forms.ValidationError(words, params={"note": note})
        return cleaned
