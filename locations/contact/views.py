"""Where every "ask" of the portal leads: whom to ask, and a form for the question."""

from typing import Any

from allauth.core import ratelimit
from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Locale

from locations.contact.forms import QuestionForm
from locations.contact.mail import send_question
from locations.models import LocationPage, PartnerPage, QuestionCount, known_contacts
from locations.models.contacts import ContactRow
from locations.models.questions import question_pairs
from portal.core.address_words import address
from portal.core.navigation import Link
from portal.core.reading import for_reader


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """Show whom to ask about what, at every location and partner that says so."""
    locale = Locale.objects.get(language_code=get_language())
    locations = for_reader(LocationPage.objects.in_street_order(), locale, "contacts")
    partners = for_reader(PartnerPage.objects.order_by("represents__name"), locale, "contacts")
    places = [(page, known_contacts(page)) for page in [*locations, *partners]]
    summary = _("Choose a location or partner. You ask your question there, by mail, by telephone or with a form.")
    context = {"places": [place for place in places if place[1]], "page_title": _("Contact"), "view_summary": summary}
    return render(request, "locations/contact/index.html", context)


@non_atomic_requests  # a slow mail server must not hold a transaction
@csrf_exempt  # a visitor has no cookie; the form carries a signed seal instead
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, key: str) -> HttpResponse:
    """Show the form for a question to a location or partner, and mail it. 404 where nobody answers questions."""
    page = _page(key)
    contacts = {row.task: (task, row) for task, row in known_contacts(page) if row.email}
    if not contacts:
        raise Http404
    tasks = [(value, task.capitalize()) for value, (task, _row) in contacts.items()]
    data = request.POST if request.method == "POST" else None
    asked = _asked(page, request.GET.get("vraag", ""))
    form = QuestionForm(data, page=key, tasks=tasks, initial={"task": request.GET.get("taak"), "message": asked})
    answer: dict[str, Any] = {"form": form, "place": page, "contacts": [contacts[task] for task in contacts]}
    answer |= {"page_title": _("Ask %(name)s a question") % {"name": page.title}}
    answer["view_summary"] = _("Your question goes to %(name)s by mail. You get the answer by mail too.") % {
        "name": page.title
    }
    answer |= {"view_above": Link(_("Contact"), reverse("contact")), "is_sent": "verstuurd" in request.GET}
    status = 200
    if request.method == "POST":
        if form.is_trapped:
            return _sent(key)
        status = 422
        if form.is_valid():
            status = _send(request, page, contacts[form.cleaned_data["task"]][1], form)
            if status == 200:
                return _sent(key)
    answer["problem"] = {429: "busy", 503: "down"}.get(status, "")
    response = render(request, "locations/contact/ask.html", answer, status=status)
    response["Cache-Control"] = "no-store"  # it may hold what somebody typed, and its seal ages
    return response


def _send(request: HttpRequest, page: LocationPage | PartnerPage, row: ContactRow, form: QuestionForm) -> int:
    """Mail a valid question; return 200, 429 when there were too many, or 503 when mail is down."""
    if not ratelimit.consume(request, action="contact", key=row.email):
        return 429
    if not send_question(row, page.title, form.cleaned_data):
        return 503
    QuestionCount.objects.add(page.facts.content_key, row.task)
    return 200


def _asked(page: Any, wanted: str) -> str:
    """Return the words of an open question of a page, by its key; nothing for one that is not there."""
    pairs = question_pairs(page) if wanted else []
    return next((text.question for facts, text in pairs if str(facts.translation_key) == wanted), "")


def _sent(key: str) -> HttpResponse:
    """Lead to the page that says it went, so that a reload sends nothing again."""
    return redirect(f"{reverse('contact_ask', args=[key])}{address([('verstuurd', '1')])}")


def _page(key: str) -> Any:
    """Return the public location or partner with a fixed key, in the reader's language; 404 for another."""
    locale = Locale.objects.get(language_code=get_language())
    for model in (LocationPage, PartnerPage):
        if found := for_reader(model.objects.filter(content_key=key), locale, "contacts"):
            return found[0]
    raise Http404
