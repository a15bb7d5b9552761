"""Guest review: the core team makes a link; its reader sees exactly one draft and answers, without an account."""

from typing import Any, TypeVar

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from django.views.static import serve
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from portal.core.limits import limited
from portal.editorial import mail
from portal.editorial.guest_forms import AnswerForm, InviteForm
from portal.editorial.guest_review import GuestReview
from portal.partners.access.media import image_at
from portal.partners.access.references import key_of, references_of

Answer = TypeVar("Answer", bound=HttpResponseBase)

PRIVATE = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
"""Headers of everything behind a link: not kept, not found, and the link is told to nobody."""


def invite(request: HttpRequest, page_id: int) -> HttpResponse:
    """Let the core team make a link to the newest draft of a page, and see the answers to earlier ones."""
    page = get_object_or_404(Page, pk=page_id)
    revision = page.get_latest_revision()
    form = InviteForm(request.POST or None)
    if request.method == "POST" and revision is not None and form.is_valid():
        form.instance.page, form.instance.revision, form.instance.asked_by = page, revision, request.user
        form.save()
        messages.success(request, _("The link is ready. Copy it and send it yourself."))
        return redirect("guest_reviews", page.pk)
    reviews = page.guest_reviews.select_related("page__locale", "revision", "asked_by")
    facts = {"page": page, "form": form, "reviews": reviews, "site": settings.WAGTAILADMIN_BASE_URL.rstrip("/")}
    return render(request, "portal/editors/guest_invite.html", {**facts, "has_draft": revision is not None})


@limited("form")
@csrf_exempt  # the link itself is the secret, so a reader needs no cookie
@require_http_methods(["GET", "HEAD", "POST"])
def read_along(request: HttpRequest, token: str) -> HttpResponse:
    """Show the draft with a form for the answer; a page in words when the link no longer works. 404 for another."""
    review = get_object_or_404(GuestReview.objects.of_token(token).select_for_update(of=("self",)))
    if review.state != GuestReview.State.OPEN:
        return _private(render(request, "portal/editors/guest_closed.html", {"review": review}, status=410))
    form = AnswerForm(request.POST if request.method == "POST" else None, initial={"name": review.reviewer})
    if request.method == "POST" and form.is_valid():
        _answer(review, form.cleaned_data)
        return _private(render(request, "portal/editors/guest_closed.html", {"review": review, "thanks": True}))
    return _private(_draft(request, review, form))


def _answer(review: GuestReview, answer: dict[str, Any]) -> None:
    """Keep the answer, also in the history of the page, and tell whoever asked."""
    assert review.page is not None
    review.decide(answer["decision"], answer["name"], answer["reason"])
    log(instance=review.page.specific, action="portal.guest_review", revision=review.revision, data=review.facts())
    if review.asked_by is not None and review.asked_by.is_active:
        url = mail.link(reverse("wagtailadmin_pages:edit", args=[review.page.pk]))
        mail.send([review.asked_by], "guest", {"review": review, "title": review.page.draft_title, "url": url})


def _draft(request: HttpRequest, review: GuestReview, form: AnswerForm) -> HttpResponse:
    """Render exactly the revision of the link, with the images it uses."""
    assert review.revision is not None
    page = review.revision.as_object()
    reader: Any = request
    reader.method, reader.is_preview, reader.guest_review, reader.guest_form = "GET", True, review, form
    response: Any = page.serve(reader)
    if hasattr(response, "render"):
        response.render()
    reader.is_preview = False  # the policy of the browser stays as strict as on every public page
    images = reverse("guest_review_image", args=[review.token, "x"])[:-1]
    response.content = response.content.replace(f'"{settings.MEDIA_URL}'.encode(), f'"{images}'.encode())
    return response


@require_safe
def draft_image(request: HttpRequest, token: str, path: str) -> HttpResponseBase:
    """Hand out an image that the draft of an open link uses; 404 for every other."""
    review = get_object_or_404(GuestReview.objects.of_token(token))
    image = image_at(path)
    if image is None or review.state != GuestReview.State.OPEN or review.revision is None:
        raise Http404
    if key_of(image) not in references_of(review.revision.as_object()):
        raise Http404
    return _private(serve(request, path, document_root=str(settings.MEDIA_ROOT)))


def _private(response: Answer) -> Answer:
    for name, value in PRIVATE.items():
        response[name] = value
    return response
