"""The forms of a guest review: asking for one, and giving an answer."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.editorial.guest_review import GuestReview


class InviteForm(forms.ModelForm):
    """Whom the core team asks, and how long the link works."""

    days = forms.TypedChoiceField(
        label=_("How long the link works"),
        coerce=int,
        initial=14,
        choices=[(7, _("7 days")), (14, _("14 days")), (30, _("30 days"))],
    )

    class Meta:
        model = GuestReview
        fields = ["reviewer"]

    def save(self, commit: bool = True) -> GuestReview:
        """Make the review; it ends so many days from now."""
        self.instance.expires_at = timezone.now() + timedelta(days=self.cleaned_data["days"])
        review: GuestReview = super().save(commit)
        return review


class AnswerForm(forms.Form):
    """What the reader decides: always with a name, and with a reason when something should change."""

    name = forms.CharField(
        label=_("Your name"), max_length=80, error_messages={"required": _("Write your name with your answer.")}
    )
    reason = forms.CharField(
        label=_("What should change?"),
        help_text=_("Only needed when you return it."),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    decision = forms.ChoiceField(choices=GuestReview.Decision.choices)

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of a return."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("decision") == GuestReview.Decision.RETURNED and not cleaned.get("reason"):
            self.add_error("reason", _("Write what should change, so that the writer can go on."))
        return cleaned
