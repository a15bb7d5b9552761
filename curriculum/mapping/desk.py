"""The links that an institute has not made or answered yet, as a to-do on the first screen of its editors."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from curriculum.labs.models import LabPage
from curriculum.mapping.form_addresses import form_of, form_of_new
from curriculum.mapping.gaps import Gaps
from curriculum.mapping.proposals import CONFIRM, Proposal, proposals_to
from curriculum.models.outcome import OutcomePage
from portal.editorial.dashboard import DashboardPanel, Line
from portal.editorial.first_steps import spaces
from portal.partners.access.policy import UserAccess


def links_to_make(access: UserAccess) -> list[Line]:
    """Return the outcomes without a lab, then the labs without an outcome, of the institutes somebody edits for."""
    lines: list[Line] = []
    for space in _institutes(access):
        outcomes, labs = Gaps(space.partner).fitting()
        lines += [*_of_outcomes(outcomes), *_of_labs(labs, space)]
    return lines


def _institutes(access: UserAccess) -> Iterator[Any]:
    """Yield the spaces of the institutes somebody edits for."""
    for space in spaces(access).select_related("partner"):
        allowed = OutcomePage in space.specific_class.allowed_subpage_models()
        if allowed and space.permissions_for_user(access.user).can_edit():
            yield space


def proposals_to_answer(access: UserAccess) -> list[Line]:
    """Return what schools propose to the institutes somebody edits for, and nobody has answered."""
    partners = [space.partner for space in _institutes(access)]
    found = proposals_to(OutcomePage.objects.filter(partner__in=partners)) if partners else []
    return [_of_proposal(proposal) for proposal in found if not proposal.is_declined]


def _of_proposal(proposal: Proposal) -> Line:
    """Return a proposal with the one click that confirms it; its title leads to where one says no."""
    outcome, lab = proposal.outcome, proposal.lab
    answer = reverse("link_proposal", args=[outcome.pk, lab.translation_key])
    note = _("%(partner)s proposes it for %(code)s “%(outcome)s”. Open it to say no.")
    words = {"partner": lab.partner or "", "code": outcome.code, "outcome": outcome.title}
    return Line(lab.title, answer, note % words, button=_("It counts"), send=answer, value=CONFIRM)


def _of_outcomes(outcomes: Any) -> list[Line]:
    """Return the outcomes without a lab; the form opens with one that fits, if there is any."""
    found = list(outcomes)
    names = LabPage.objects.in_bulk([outcome.fitting for outcome in found if outcome.fitting])
    return [
        Line(
            f"{outcome.code} {outcome.title}",
            form_of(outcome.pk, outcome.fitting),
            _("No lab counts for it yet. “%(lab)s” is about the same theme.") % {"lab": names[outcome.fitting].title}
            if outcome.fitting
            else _("No lab counts for it yet."),
            button=_("Link a lab"),
        )
        for outcome in found
    ]


def _of_labs(labs: Any, space: Page) -> list[Line]:
    """Return the labs without an outcome; the form is that of an outcome that fits, else of a new one."""
    found = list(labs)
    codes = OutcomePage.objects.in_bulk([lab.fitting for lab in found if lab.fitting])
    return [
        Line(
            lab.title,
            form_of(lab.fitting, lab.pk) if lab.fitting else form_of_new(space, lab.pk),
            _("Counts for no outcome of yours. %(code)s is about the same theme.") % {"code": codes[lab.fitting].code}
            if lab.fitting
            else _("Counts for no outcome of yours, and you have none about its themes."),
            button=_("Link it") if lab.fitting else _("New outcome"),
        )
        for lab in found
    ]


def gaps_panel() -> DashboardPanel:
    """Return the panel of links to make."""
    lead = gettext_lazy(
        "A link you make here is on the site once you publish, and its line goes. You decide what counts."
    )
    heading = gettext_lazy("Outcomes and labs without a link")
    return DashboardPanel("links-to-make", heading, lead, links_to_make, 45)


def proposals_panel() -> DashboardPanel:
    """Return the panel of proposals to answer."""
    lead = gettext_lazy("A school thinks that its lab counts for an outcome of yours. You decide.")
    heading = gettext_lazy("Proposed by schools")
    return DashboardPanel("proposals", heading, lead, proposals_to_answer, 44)
