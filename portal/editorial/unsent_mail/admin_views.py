"""Where the core team sees which mail did not go out, has it tried again, or throws it away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.core.mail.models import OutgoingMail
from portal.core.mail.tasks import retry

SHOWN = 100


def unsent(request: HttpRequest) -> HttpResponse:
    """Show what waits and why: to whom, about what, and what the mail server said. Never the text itself."""
    mails = OutgoingMail.objects.defer("message")
    return render(request, "portal/admin/unsent_mail.html", {"mails": mails[:SHOWN], "count": mails.count()})


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a mail tried again now."""
    row = get_object_or_404(OutgoingMail, pk=pk)
    retry(row)
    messages.success(request, _("The mail to %(to)s is tried again.") % {"to": ", ".join(row.recipients)})
    return redirect("unsent_mail")


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a mail away that need not go any more."""
    row = get_object_or_404(OutgoingMail, pk=pk)
    to = ", ".join(row.recipients)
    row.delete()
    messages.success(request, _("The mail to %(to)s is thrown away.") % {"to": to})
    return redirect("unsent_mail")
