"""Publishing translations: English stays English, and whoever publishes reads what is still to be done."""

from contextlib import suppress
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from portal.translations.unfinished import untranslated, would_add_dutch


class UpdateTranslations(UpdateTranslationsView):
    """Takes over changes of the Dutch page; a live page in another language gets no Dutch sentences by it."""

    def get_form(self) -> forms.Form:
        """Say what publishing does here."""
        form: forms.Form = super().get_form()
        form.fields["publish_translations"].help_text = _(
            "Texts that changed keep their translation until somebody replaces it. When there are new texts, a page "
            "that is live stays as it is until they are translated."
        )
        return form

    @transaction.atomic
    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Bring the texts up to date; publish what holds no new Dutch, leave the rest as it is, and say so."""
        publishes = form.cleaned_data["publish_translations"]
        self.object.update_from_db()
        rows = list(self.object.translations.filter(enabled=True)) if publishes else []
        held = [row for row in rows if would_add_dutch(row)]
        if held:
            form.cleaned_data["publish_translations"] = False
        response: HttpResponse = super().form_valid(form)
        for row in rows:
            if held:
                hold(self.request, row) if row in held else _publish(row, self.request.user)
            elif count := len(untranslated(row)):
                _say_untranslated(self.request, count)
        return response


def hold(request: HttpRequest, translation: Translation) -> None:
    """Say why a translation is not live; saved as a draft, wagtail-localize would write it on the live page."""
    count = len(untranslated(translation))
    text = ngettext(
        "Not published: %(count)d new text has no translation yet. The page stays as it w"
        "as. Translate the text, then publish.",
        "Not published: %(count)d new texts have no translation yet. The page stays as it"
        " was. Translate the texts, then publish.",
        count,
    )
    messages.warning(request, text % {"count": count})


def _publish(translation: Translation, user: Any) -> None:
    with suppress(ValidationError):
        translation.save_target(user=user, publish=True)


def _say_untranslated(request: HttpRequest, count: int) -> None:
    text = ngettext(
        "%(count)d text on the translated page is still Dutch.",
        "%(count)d texts on the translated page are still Dutch.",
        count,
    )
    messages.warning(request, text % {"count": count})


def publish_in_the_translation_screen(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Hold what would put new Dutch on a live page; anything else goes on in wagtail-localize."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = Translation.objects.filter(
        source__object=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()
    if translation is None or not page.permissions_for_user(request.user).can_publish():
        return None
    if not would_add_dutch(translation):
        return None
    hold(request, translation)
    return redirect(request.path)
