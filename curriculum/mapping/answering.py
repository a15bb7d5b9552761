"""The institute answers what a school proposes: one click confirms, a word declines."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from curriculum.labs.models import LabPage
from curriculum.mapping.form_addresses import form_of
from curriculum.mapping.proposals import CONFIRM, DeclinedLink, Proposal, proposals_to
from curriculum.mapping.rows import OutcomeLab
from curriculum.models.outcome import OutcomePage
from portal.core.models.users import AnyUser

PANEL = "proposals-section"
"""The panel of the first screen with what waits for an answer."""


class DeclineForm(forms.ModelForm):
    """Why the institute does not count the lab."""

    class Meta:
        model = DeclinedLink
        fields = ["word"]
        widgets = {"word": forms.Textarea({"rows": 3})}
        error_messages = {"word": {"required": gettext_lazy("Write in a few words why not: the school wants to know.")}}


@require_http_methods(["GET", "HEAD", "POST"])
def answer_proposal(request: HttpRequest, page_id: int, lab: UUID) -> HttpResponse:
    """Show a proposal to who may edit the outcome, and keep the answer; the school can change nothing here."""
    outcome: OutcomePage = get_object_or_404(OutcomePage.objects.select_for_update(of=("self",)), pk=page_id)
    if not (outcome.owns_facts and outcome.permissions_for_user(request.user).can_edit()):
        raise PermissionDenied
    open_ones = proposals_to(OutcomePage.objects.filter(pk=outcome.pk))
    proposal = next((found for found in open_ones if found.lab.translation_key == lab), None)
    if proposal is None:
        messages.warning(request, _("This proposal is answered already, or the school took it back."))
        return _to_the_desk()
    if request.POST.get("answer") == CONFIRM:
        return _confirmed(request, proposal)
    known = DeclinedLink.objects.filter(outcome=outcome, lab=proposal.lab.pk).first()
    form = DeclineForm(request.POST or None, instance=known or DeclinedLink(outcome=outcome, lab=proposal.lab))
    if request.method == "POST" and form.is_valid():
        form.save()
        said = _("The school reads on the form of “%(lab)s” that it does not count for %(code)s.")
        messages.success(request, said % {"lab": proposal.lab.title, "code": outcome.code})
        return _to_the_desk()
    return _screen(request, proposal, form)


def _to_the_desk() -> HttpResponse:
    return redirect(f"{reverse('wagtailadmin_home')}#{PANEL}")


def _screen(request: HttpRequest, proposal: Proposal, form: DeclineForm) -> HttpResponse:
    title = _("Proposed by a school")
    home = {"url": reverse("wagtailadmin_home"), "label": _("Home")}
    context = {
        "header_title": title,
        "breadcrumbs_items": [home, {"url": "", "label": title}],
        "header_icon": "link",
        "proposal": proposal,
        "form": form,
        "confirm": CONFIRM,
    }
    return TemplateResponse(request, "curriculum/editors/answer_proposal.html", context)


def _confirmed(request: HttpRequest, proposal: Proposal) -> HttpResponse:
    """Publish the link when that is all there is to publish; else lead to the form, with the lab filled in."""
    words = {"lab": proposal.lab.title, "code": proposal.outcome.code}
    if _may_publish_at_once(proposal.outcome, request.user) and _link(proposal, request.user):
        messages.success(request, _("“%(lab)s” counts for %(code)s from now on.") % words)
        return _to_the_desk()
    said = _("“%(lab)s” is filled in below. It counts for %(code)s once this form is published.")
    messages.warning(request, said % words)
    return redirect(form_of(proposal.outcome.pk, proposal.lab.pk))


def _may_publish_at_once(outcome: OutcomePage, user: AnyUser) -> bool:
    """Whether nothing else of the outcome would go on the site along with the link."""
    may = outcome.permissions_for_user(user)
    return bool(may.can_publish() and not may.page_locked() and not outcome.has_unpublished_changes)


def _link(proposal: Proposal, user: AnyUser) -> bool:
    """Add the lab to the outcome and publish that; False when the outcome is not valid as it is."""
    draft: Any = proposal.outcome.get_latest_revision_as_object()
    draft.labs.add(OutcomeLab(lab=LabPage.objects.get(pk=proposal.lab.pk), sort_order=draft.labs.count()))
    try:
        with transaction.atomic():
            draft.save_revision(user=user, log_action=True).publish(user=user)
    except ValidationError:
        return False
    DeclinedLink.objects.filter(outcome=proposal.outcome.pk, lab=proposal.lab.pk).delete()
    return True
