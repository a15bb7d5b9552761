"""The screens of wagtail-localize as they are here: into one's own languages, and English stays English."""

from contextlib import suppress
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from portal.core.house_language.checking import Finding, why_refused
from portal.core.house_language.gate import refused
from portal.core.models.users import AnyUser
from portal.core.translations.holding import still_dutch, why_held
from portal.core.translations.unfinished import translation_of, untranslated, would_add_dutch
from portal.partners.access.policy import access_of

MANY = 2
"""Languages from which a form offers all of them at once."""


class SubmitPage(SubmitPageTranslationView):
    """Has a page translated, into the languages in which somebody works; the gate refuses any other."""

    def get_form(self) -> forms.Form:
        """Offer those languages only, and say when there are none."""
        form: Any = super().get_form()
        field, languages = form.fields["locales"], access_of(self.request.user).languages
        if languages is not None:
            field.queryset = field.queryset.filter(pk__in=languages)
        if len(field.queryset) < MANY:
            form.fields["select_all"].widget = forms.HiddenInput()
        if not field.queryset:
            field.help_text = _("There is no language left into which you may have this page translated.")
        return cast(forms.Form, form)


class UpdateTranslations(UpdateTranslationsView):
    """Takes over changes of the Dutch page; a live page in another language gets no Dutch sentences by it."""

    def get_form(self) -> forms.Form:
        """Say what publishing does here; who may not do that is not asked."""
        form: forms.Form = super().get_form()
        if not self._may_publish():
            del form.fields["publish_translations"]
            return form
        form.fields["publish_translations"].help_text = _(
            "Texts that changed keep their translation until somebody replaces it. When there are new texts, a page "
            "that is live stays as it is until they are translated."
        )
        return form

    def _may_publish(self) -> bool:
        targets = [row.get_target_instance() for row in self.object.translations.filter(enabled=True)]
        pages = [target for target in targets if isinstance(target, Page)]
        return all(page.permissions_for_user(self.request.user).can_publish() for page in pages)

    @transaction.atomic
    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Bring the texts up to date; publish what holds no new Dutch, leave the rest as it is, and say so."""
        publishes = form.cleaned_data.setdefault("publish_translations", False)
        self.object.update_from_db()
        rows = list(self.object.translations.filter(enabled=True)) if publishes else []
        held = {row.pk: why_held(new) for row in rows if (new := would_add_dutch(row))}
        for row in rows:
            if row.pk not in held and (words := refused_in_translation(row)):
                held[row.pk] = why_refused(words)
        if held:
            form.cleaned_data["publish_translations"] = False
        response: HttpResponse = super().form_valid(form)
        for row in rows:
            if row.pk in held:
                messages.warning(self.request, held[row.pk])
                continue
            if held:
                _publish(row, self.request.user)
            if left := untranslated(row):
                messages.warning(self.request, still_dutch(left))
        return response


def _publish(translation: Translation, user: AnyUser) -> None:
    with suppress(ValidationError):
        translation.save_target(user=user, publish=True)


def publish_in_the_translation_screen(request: HttpRequest, instance: Model) -> HttpResponse | None:
    """Hold what would put new Dutch where visitors read none; anything else goes on in wagtail-localize."""
    if request.method != "POST" or request.POST.get("action") != "publish" or not hasattr(instance, "owns_facts"):
        return None
    if isinstance(instance, Page) and not instance.permissions_for_user(request.user).can_publish():
        return None
    translation = translation_of(instance)
    if translation is None:
        return None
    if new := would_add_dutch(translation):
        messages.warning(request, why_held(new))
        return redirect(request.path)
    if words := refused_in_translation(translation):
        messages.warning(request, why_refused(words))
        return redirect(request.path)
    return None


def refused_in_translation(translation: Translation) -> list[Finding]:
    """Return the words that keep a translation from the site, as it would be with its texts of now."""
    return refused(translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True))
