"""The document library as a source of search documents."""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Exists, F, Model, OuterRef
from django.db.models.functions import Left, Length
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex

from portal.core.models.media import PortalDocument
from portal.core.models.users import User
from search.documents import Identity, SearchDocument
from search.files.readers import READERS, UnreadableError
from search.files.reading import MOST_BYTES, read
from search.models import FileReading
from search.models.documents import public_pages

log = logging.getLogger(__name__)
FILE = PortalDocument._meta.label_lower
"""Object type of a file in the outbox."""
REASONS = {
    "larger": gettext_lazy("The file is too large to read (at most %(size)s MB)."),
    "longer": gettext_lazy("Reading the file took too long."),
    "protected": gettext_lazy("The file is protected with a password."),
    "broken": gettext_lazy("The file is broken."),
    "empty": gettext_lazy(
        "The file holds no text, only pictures perhaps: a scan must be read by a scanner with OCR first."
    ),
    "kind": gettext_lazy("Search reads no files of this kind."),
    "missing": gettext_lazy("The file itself is not there."),
}
"""Why a file gives no text, by the key that is kept with the file."""


def public_files(ids: Iterable[int]) -> list[PortalDocument]:
    """Return the files a visitor may find: no restriction on their collections, and a page that links to them."""
    above = CollectionViewRestriction.objects.annotate(
        start=Left(OuterRef("collection__path"), Length("collection__path"))
    )
    files = PortalDocument.objects.filter(pk__in=linked(ids)).exclude(Exists(above.filter(start=F("collection__path"))))
    return list(files.select_related("collection"))


def linked(ids: Iterable[int]) -> set[int]:
    """Return the files that a visible page links to; others may belong to a draft."""
    rows = ReferenceIndex.objects.filter(
        to_content_type=_content_type(PortalDocument),
        to_object_id__in=[str(pk) for pk in ids],
        base_content_type=_content_type(Page),
    ).values_list("to_object_id", "object_id")
    links = [(int(file), int(page)) for file, page in rows]
    visible = set(public_pages().filter(pk__in={page for _file, page in links}).values_list("pk", flat=True))
    return {file for file, page in links if page in visible}


def _content_type(model: type[Model]) -> Any:
    return ReferenceIndex._get_base_content_type(model)


def file_document(file: PortalDocument) -> SearchDocument:
    """Return the search document of a file. Files have no language of their own; they are Dutch here."""
    partner = getattr(file.collection, "partner", None)
    return SearchDocument(
        object_type=FILE,
        object_id=file.pk,
        kind="document",
        key=f"{slugify(Path(file.filename).stem)[:100]}-{file.pk}",
        language=settings.LANGUAGE_CODE,
        title=file.title,
        url=file.url,
        body=file.text,
        partners=(partner.slug,) if partner else (),
        changed_on=file.created_at.date(),
    )


def read_new(identities: Iterable[Identity]) -> None:
    """Read the text of files that were not read yet, before their documents are made. Never raises."""
    ids = [pk for object_type, pk in identities if object_type == FILE]
    done = dict(FileReading.objects.filter(file__in=ids).values_list("file_id", "file_name"))
    for file in PortalDocument.objects.filter(pk__in=ids):
        if done.get(file.pk) != file.file.name:
            text, problem = text_of(file)
            PortalDocument.objects.filter(pk=file.pk).update(text=text, text_error=problem[:300])
            FileReading.objects.update_or_create(file=file, defaults={"file_name": file.file.name})
            if problem:
                report(file, problem)


def text_of(file: PortalDocument) -> tuple[str, str]:
    """Return the text of a file, or a key of REASONS why there is none."""
    kind = file.file_extension.lower()
    if kind not in READERS:
        return "", "kind"
    try:
        with file.open_file() as opened:
            return read(opened.read(), kind), ""
    except (UnreadableError, OSError) as error:
        log.warning("file %s gives no text: %s", file.pk, error)
        return "", str(error) if str(error) in REASONS else "missing"


def reason(problem: str) -> str:
    """Return the sentence for a key of REASONS in the reader's language; what else was kept counts as broken."""
    return str(REASONS.get(problem, REASONS["broken"])) % {"size": MOST_BYTES // 1024**2}


def report(file: PortalDocument, problem: str) -> None:
    """Tell the editor who uploaded a file that search cannot read it."""
    editor = file.uploaded_by_user
    if editor is None or not editor.email:
        return
    with translation.override(editor.wagtail_userprofile.get_preferred_language() if _has_profile(editor) else "nl"):
        subject = _("Search cannot read “%(title)s”") % {"title": file.title}
        text = _(
            "Visitors find this file by its title only. The reason: %(problem)s\n"
            "Can you make a file with text in it? Save it as PDF and upload it again."
        ) % {"problem": reason(problem)}
    send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [editor.email], fail_silently=True)


def _has_profile(editor: User) -> bool:
    return hasattr(editor, "wagtail_userprofile")
