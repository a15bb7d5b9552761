"""The gate before wagtail-localize, which itself asks only for one right on the whole site.

Without it a translator of one partner can copy another's draft, put another's unpublished translation live, and read
both. Each view of wagtail-localize has its rule here; `portal.partners.access.view_rules` refuses a view without one.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.utils import unquote
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params
from wagtail_localize.models import OverridableSegment, StringSegment, Translation, TranslationSource
from wagtail_localize.segments import RelatedObjectSegmentValue
from wagtail_localize.segments.extract import extract_segments

from portal.core.locales import language_name
from portal.core.models.pages import PortalPage
from portal.partners.access.ids import number, sent_value
from portal.partners.access.policy import UserAccess
from portal.partners.access.references import key_of, may_refer
from portal.partners.access.rules import RefusedError


def submit_page(request: HttpRequest, access: UserAccess, page_id: int) -> bool:
    """Ask for a translation: of one's own page, into places where one may make pages."""
    page = Page.objects.get(pk=page_id).specific
    if not page.permissions_for_user(access.user).can_translate():
        return False
    if request.method != "POST":
        return True
    locales = Locale.objects.filter(pk__in=[number(key) for key in request.POST.getlist("locales") if key])
    if closed := _closed(access, locales):
        raise RefusedError(_("You do not translate into this language: %(names)s.") % {"names": closed})
    return all(_may_receive(access, page, locale) for locale in locales)


def _closed(access: UserAccess, locales: Iterable[Locale]) -> str:
    """Return the names of the languages among these in which this person does not work."""
    return ", ".join(language_name(locale) for locale in locales if not access.works_in(locale.pk))


def _may_receive(access: UserAccess, page: Page, locale: Locale) -> bool:
    """Whether the translation may be made: the alias in its place is one's own, or its parent takes new pages."""
    existing = page.get_translation_or_none(locale)
    if existing is not None:
        return bool(existing.permissions_for_user(access.user).can_edit()) and _related_may_follow(access, page, locale)
    parent = page.get_parent().get_translation(locale)
    may_add = parent.permissions_for_user(access.user).can_take_translations()
    return may_add and _related_may_follow(access, page, locale)


def _related_may_follow(access: UserAccess, page: Page, locale: Locale) -> bool:
    """Whether what the page refers to is translated already, or may be translated by this person along with it."""
    segments = [value for value in extract_segments(page) if isinstance(value, RelatedObjectSegmentValue)]
    return all(
        instance.has_translation(locale) or access.changes(instance)
        for instance in (segment.get_instance(page.locale) for segment in segments)
    )


def submit_snippet(request: HttpRequest, access: UserAccess, app_label: str, model_name: str, pk: str) -> bool:
    """Ask for a translation of a central object: only for who may change it."""
    model = get_snippet_model_from_url_params(app_label, model_name)
    return issubclass(model, TranslatableMixin) and access.changes(model.objects.get(pk=unquote(pk)))


def update(request: HttpRequest, access: UserAccess, translation_source_id: int) -> bool:
    """Take over changes of the original: one's own page with all its translations; live only with the right for it."""
    source = TranslationSource.objects.get(pk=translation_source_id)
    original = source.get_source_instance()
    running = source.translations.filter(enabled=True).select_related("target_locale")
    targets = [row.get_target_instance() for row in running]
    if not isinstance(original, Page):
        return all(access.changes(instance) for instance in [original, *targets])
    may_translate = original.permissions_for_user(access.user).can_translate()
    if may_translate and (closed := _closed(access, [row.target_locale for row in running])):
        why = _("This page has a language in which you do not translate: %(names)s. Ask an editor to do this.")
        raise RefusedError(why % {"names": closed})
    return may_translate and _may_write(access, targets, live="publish_translations" in request.POST)


def _may_write(access: UserAccess, pages: Iterable[Any], live: bool) -> bool:
    rights = [page.permissions_for_user(access.user) for page in pages]
    return all(right.can_publish() if live else right.can_edit() for right in rights)


def target(request: HttpRequest, access: UserAccess, translation_id: int, **kwargs: Any) -> bool:
    """Work on a translation: the page or object in the other language is one's own."""
    instance = Translation.objects.get(pk=translation_id).get_target_instance()
    if isinstance(instance, Page):
        return bool(instance.permissions_for_user(access.user).can_edit())
    return access.changes(instance)


def keeping(request: HttpRequest, access: UserAccess) -> bool:
    """Look how far translations are: whoever works for a partner, or for the partnership as a whole."""
    return access.is_core or bool(access.partners)


def kept_page(request: HttpRequest, access: UserAccess, page_id: int, language: str) -> bool:
    """Look what changed in a Dutch page: in one of which one keeps the translations."""
    page = PortalPage.objects.only("partner", "locale").get(pk=page_id)
    return access.is_core or access.translates_for(page)


def file_of_texts(request: HttpRequest, access: UserAccess, translation_id: int) -> bool:
    """Send translated texts in a file: one that was downloaded here, since wagtail-localize breaks on any other."""
    sent = request.FILES.get("file")
    if sent is None or PO_MARK not in sent.read():
        return False
    sent.seek(0)
    return target(request, access, translation_id)


PO_MARK = b"X-WagtailLocalize-TranslationID"
"""The line by which wagtail-localize knows to which translation a file belongs."""


def string(request: HttpRequest, access: UserAccess, translation_id: int, string_segment_id: int) -> bool:
    """Translate one text of a translation; the two belong together."""
    segment = StringSegment.objects.get(pk=string_segment_id)
    if request.method == "PUT":
        sent_value(request)
    return _belongs(segment.source_id, translation_id) and target(request, access, translation_id)


def override(request: HttpRequest, access: UserAccess, translation_id: int, overridable_segment_id: int) -> bool:
    """Give one field of a translation a value of its own: one that belongs to it, pointing to what one may use."""
    segment = OverridableSegment.objects.select_related("source", "context").get(pk=overridable_segment_id)
    if not _belongs(segment.source_id, translation_id) or not target(request, access, translation_id):
        return False
    if request.method != "PUT":
        return True
    model, value = _pointed_to(segment), sent_value(request)
    return model is None or may_refer(access, key_of(model(pk=number(value))))


def _pointed_to(segment: OverridableSegment) -> type[Any] | None:
    """Return the model that a field or block points to; None when it holds a text or an address."""
    name, *path = segment.context.get_field_path(segment.source.get_source_instance()).split(".")
    field = segment.source.specific_content_type.model_class()._meta.get_field(name)
    if field.is_relation:
        return field.related_model
    block = getattr(field, "stream_block", None)
    for step in path if block is not None else []:
        block = block.child_blocks[step] if hasattr(block, "child_blocks") else block.child_block  # type: ignore[union-attr]
    return getattr(block, "model_class", None)


def _belongs(source_id: int, translation_id: int) -> bool:
    return Translation.objects.filter(pk=translation_id, source=source_id).exists()


def convert_to_alias(request: HttpRequest, access: UserAccess, page_id: int) -> bool:
    """Let a page follow its original again: it takes over whether that is live, so one needs the right to publish."""
    return bool(Page.objects.get(pk=page_id).permissions_for_user(access.user).can_publish())
