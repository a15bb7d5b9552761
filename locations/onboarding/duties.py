"""Where a team says who looks after what, and where an editor says how to hear of it and who stands in."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.admin.widgets import AdminDateInput
from wagtail.users.models import UserProfile

from locations.onboarding.models import OwnerRole
from locations.onboarding.people import Duty, WeeklyMail, colleagues, team_of
from locations.onboarding.screens import TrajectoryScreen
from locations.onboarding.trajectory import Trajectory
from portal.core.models.users import User
from portal.partners.access.policy import access_of


class DutiesForm(forms.Form):
    """One person, or nobody in particular, for each role."""

    def __init__(self, *args: Any, trajectory: Trajectory, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people, known = team_of(trajectory.partner), {duty.role: duty.person_id for duty in trajectory.duties.all()}
        for role in OwnerRole:
            self.fields[role.value] = forms.ModelChoiceField(
                people, required=False, label=role.label, initial=known.get(role), empty_label=_("the whole team")
            )


class DutiesScreen(TrajectoryScreen, FormView):
    """Who of the team looks after the tasks of each role."""

    form_class = DutiesForm
    template_name = "locations/editors/trajectory_duties.html"

    def below(self) -> list[str]:
        """Name the screen."""
        return [_("Who looks after what")]

    def get_page_title(self) -> str:
        """Name the screen."""
        return _("Who looks after what")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form the team."""
        return {**super().get_form_kwargs(), "trajectory": self.trajectory}

    def form_valid(self, form: DutiesForm) -> HttpResponse:
        """Keep who looks after what."""
        with transaction.atomic():
            Trajectory.objects.select_for_update(of=("self",)).get(pk=self.trajectory.pk)
            self.trajectory.duties.all().delete()
            chosen = {role: person for role, person in form.cleaned_data.items() if person}
            Duty.objects.bulk_create(
                Duty(trajectory=self.trajectory, role=role, person=chosen[role]) for role in chosen
            )
        messages.success(self.request, _("It is saved who looks after what."))
        return redirect("joining:detail", self.trajectory.pk)


class WeeklyMailForm(forms.ModelForm):
    """What somebody chooses for themselves; the model has the rules."""

    class Meta:
        model = WeeklyMail
        fields = ("wanted", "away_until", "deputy")
        widgets = {"away_until": AdminDateInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        deputy = cast("forms.ModelChoiceField[User]", self.fields["deputy"])
        deputy.queryset = colleagues(self.instance.user)


class WeeklyMailPanel(BaseSettingsPanel):
    """The choice among somebody's own settings; for who has a trajectory."""

    name = "joining"
    title = gettext_lazy("Joining")
    tab = notifications_tab
    order = 200
    form_class = WeeklyMailForm

    def is_active(self) -> bool:
        """Show it to a joining team."""
        access = access_of(self.user)
        return not access.is_core and Trajectory.objects.seen_by(access).exists()

    def get_form(self) -> WeeklyMailForm:
        """Return the form with what was chosen before."""
        known = WeeklyMail.objects.filter(user=self.user).first() or WeeklyMail(user=self.user)
        data = self.request.POST if self.request.method == "POST" else None
        return WeeklyMailForm(data, instance=known, prefix=self.name)


def weekly_mail_panel(request: HttpRequest, user: User, profile: UserProfile) -> WeeklyMailPanel:
    """Return the panel, for the hook of Wagtail."""
    return WeeklyMailPanel(request, user, profile)
