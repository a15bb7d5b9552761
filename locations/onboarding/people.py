"""Who in a team looks after which tasks, and how somebody hears of them: about editors, never about trainees."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from locations.onboarding.models import OwnerRole
from locations.onboarding.trajectory import Trajectory
from portal.core.models.users import AnyUser, User
from portal.partners.models import Partner
from portal.partners.people import writers_of


class Duty(models.Model):
    """That one person of the team looks after the tasks of a role; where nobody does, all of the team do."""

    trajectory = models.ForeignKey(Trajectory, on_delete=models.CASCADE, related_name="duties")
    role = models.CharField(_("role"), max_length=20, choices=OwnerRole.choices)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("who looks after what")
        verbose_name_plural = _("who looks after what")
        constraints = [models.UniqueConstraint(fields=["trajectory", "role"], name="one_person_per_role")]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.person}"


class WeeklyMail(models.Model):
    """Whether an editor gets the weekly mail of joining, and who gets it while they are away."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="weekly_mail")
    wanted = models.BooleanField(_("a mail every week with what there is to do"), default=True)
    away_until = models.DateField(_("away up to and including"), null=True, blank=True)
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who stands in for you"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A colleague of your own location, who gets your tasks in their mail meanwhile."),
    )

    class Meta:
        verbose_name = _("weekly mail")
        verbose_name_plural = _("weekly mails")

    def __str__(self) -> str:
        return str(self.user)

    def clean(self) -> None:
        """Refuse a stand-in without a day, and one who does not write for the same partner."""
        errors = {}
        if self.deputy_id and not self.away_until:
            errors["away_until"] = _("Until when are you away?")
        if self.deputy_id and not colleagues(self.user).filter(pk=self.deputy_id).exists():
            errors["deputy"] = _("Choose a colleague of your own location.")
        if errors:
            raise ValidationError(errors)

    def is_away(self, day: date) -> bool:
        """Whether somebody is away on a day."""
        return self.away_until is not None and day <= self.away_until


def team_of(partner: Partner | None) -> "models.QuerySet[User]":
    """Return the people who write for a partner; nobody writes for a school that has no partner yet."""
    return writers_of(partner) if partner else User.objects.none()


def colleagues(user: AnyUser) -> "models.QuerySet[User]":
    """Return the others who write for the same schools that join."""
    own = Q(partner__authors__user=user) | Q(partner__editors__user=user)
    groups = Trajectory.objects.of_schools().filter(own).values_list("partner__authors", "partner__editors")
    keys = {key for pair in groups for key in pair if key}
    people = User.objects.filter(is_active=True, groups__in=keys).exclude(pk=user.pk or 0)
    return people.distinct().order_by("first_name", "last_name", "pk")


def who_acts(person: User, team: dict[int, User], choices: dict[int, WeeklyMail], day: date) -> User:
    """Return who does the tasks of a person on a day: a colleague of the team while the person is away.

    The person again when nobody stands in, or when whoever does is away too: a task never goes from hand to hand.
    """
    choice = choices.get(person.pk)
    if choice is None or not choice.is_away(day) or choice.deputy_id not in team:
        return person
    deputy = team[choice.deputy_id]
    theirs = choices.get(deputy.pk)
    return person if theirs is not None and theirs.is_away(day) else deputy


def receivers(trajectory: Trajectory, day: date) -> dict[User, set[str]]:
    """Return who hears of which roles' tasks on a day; who wants no mail hears of none."""
    team = {user.pk: user for user in team_of(trajectory.partner)}
    choices = {choice.user_id: choice for choice in WeeklyMail.objects.filter(user__in=team)}
    duties = {duty.role: duty.person_id for duty in trajectory.duties.all()}
    found: dict[User, set[str]] = {}
    for role in OwnerRole.values:
        for person in _holders(duties.get(role), team):
            found.setdefault(who_acts(person, team, choices, day), set()).add(role)
    return {user: roles for user, roles in found.items() if user.pk not in choices or choices[user.pk].wanted}


def _holders(key: int | None, team: dict[int, User]) -> Iterable[User]:
    return [team[key]] if key in team else team.values()
