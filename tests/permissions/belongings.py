"""Everything an owner can have, each with canaries in all its texts."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import (
    Collection,
    Comment,
    CommentReply,
    Locale,
    Page,
    PageViewRestriction,
    UploadedFile,
)
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from curriculum.models import LabPage
from home.models import Figure, GlossaryTerm, GuidePage, StandardPage
from locations.models import OnboardingPhase, TaskProgress, Trajectory
from news.models import EventPage, NewsPage, StoryPage
from portal.core.house_language.models import RefusedWord
from portal.core.models.media import PortalDocument, PortalImage
from portal.core.models.users import User
from portal.partners.models import Partner
from portal.partners.provision import shared_collection
from search.models import SynonymGroup
from tests.factories import House, make_group, make_session, make_standard, make_variant, publish_below
from tests.permissions.bridge import proposal, school_years
from tests.permissions.canaries import Canaries

TYPES = {
    LabPage: {},
    StoryPage: {"sector_from": "vo", "sector_to": "po"},
    NewsPage: {},
    EventPage: {"starts": timezone.now() + timedelta(days=1), "ends": timezone.now() + timedelta(days=1, hours=2)},
    GuidePage: {"audience": "redacteur"},
    StandardPage: {},
}
"""The page types a partner can make, with what each needs."""


def furnish(
    canaries: Canaries, letter: str, space: Page, partner: Partner, writer: User, english: Locale
) -> SimpleNamespace:
    """Give a partner one of everything in its space."""
    assert partner.collection is not None
    bundle = pages(canaries, letter, space, writer, english, partner.collection)
    media(canaries, letter, bundle, partner.collection, writer)
    bundle.partner, bundle.space, bundle.owner = partner, space, writer
    bundle.trajectory = Trajectory.objects.create(
        partner=partner,
        name=canaries.word(letter, "Trajectory.name"),
        starts_on=timezone.localdate(),
        joins_on=timezone.localdate() + timedelta(days=400),
        plan=plan(canaries.word(letter, "Trajectory.plan")),
    )
    TaskProgress.objects.create(
        trajectory=bundle.trajectory,
        task="kennismaken",
        done_on=timezone.localdate(),
        note=canaries.word(letter, "TaskProgress.note"),
    )
    bundle.collection, bundle.workflow = partner.collection, partner.workflow
    bundle.group = partner.editors
    bundle.user = writer
    bundle.snippets = {"trajectory": bundle.trajectory, "partner": partner}
    bundle.outcome, bundle.proposed = proposal(canaries, letter, space)
    return bundle


def plan(word: str) -> dict[str, Any]:
    """Return a version of the template with one phase and one task, which is called after a canary."""
    task = {"slug": "kennismaken", "owner": "team", "required": True, "opens_gate": True, "check_name": ""}
    phase = {"slug": "begin", "month_from": 1, "month_to": 2}
    texts = {name: {"nl": word} for name in ("title", "why", "evidence", "intro", "gate")}
    return {"phases": [{**phase, **texts, "tasks": [{**task, **texts, "minimum": None}]}]}


def furnish_core(canaries: Canaries, house: House, writer: User, english: Locale) -> SimpleNamespace:
    """Give the core team one of everything outside the spaces."""
    root, types = Collection.get_first_root_node(), [StandardPage, GuidePage, EventPage]
    bundle = pages(canaries, "k", house.about, writer, english, root, types)
    media(canaries, "k", bundle, root, writer)
    bundle.shared_image = image(shared_collection(), "Gedeeld beeld", writer)
    bundle.space, bundle.owner, bundle.user, bundle.partner = house.about, writer, writer, None
    bundle.collection = shared_collection()
    bundle.workflow = bundle.review.get_workflow()
    bundle.group = writer.groups.get()
    bundle.redirect = Redirect.objects.create(old_path="/oud", redirect_page=house.about)
    dutch = house.about.locale
    term = GlossaryTerm.objects.create(slug="lab", term="Lab", definition="Een lab.", locale=dutch)
    translate_object(term, [english])
    bundle.snippets = {
        "glossaryterm": term,
        "figure": Figure.objects.create(slug="scholen", display="4", unit="scholen", source="bron", locale=dutch),
        "schoolyear": school_years(),
        "traininggroup": make_group(),
        "programmevariant": make_variant(),
        "refusedword": RefusedWord.objects.create(forms=["praktijkmeester"], says=["begeleider"]),
        "synonymgroup": SynonymGroup.objects.create(slug="ouders", language="nl", typed=["ouder"], words=["ouders"]),
        "onboardingphase": OnboardingPhase.objects.create(
            slug="begin", order=1, title="Begin", intro="Begin", month_from=1, month_to=2, locale=dutch
        ),
    }
    bundle.trajectory = None
    return bundle


def pages(
    canaries: Canaries,
    letter: str,
    space: Page,
    writer: User,
    english: Locale,
    collection: Collection,
    types: list[Any] | None = None,
) -> SimpleNamespace:
    """Make pages in every state: drafts of each type, published with a newer draft, in review, locked, planned."""
    made = SimpleNamespace(drafts={})
    made.cover = image(collection, "Voor iedereen", writer)
    for model in types or list(TYPES):
        made.drafts[model._meta.model_name] = draft(canaries, letter, model, space, writer, cover=made.cover)
    made.draft = made.drafts["standardpage"]
    made.published = publish_below(
        space, StandardPage(title="Over ons", slug="over-ons", owner=writer, listing_image=made.cover)
    )
    translate_object(made.published, [english], user=writer)
    made.translated = made.published.get_translation(english)
    made.translation = Translation.objects.get(source__object_id=made.published.translation_key)
    _translate(canaries, letter, made)
    made.comment = newer(canaries, letter, made.published, writer)
    made.public = make_standard(space, "te-lezen", title="Te lezen")
    made.review = _in_review(canaries, letter, space, writer)
    made.locked = draft(canaries, letter, StandardPage, space, writer, "op-slot")
    Page.objects.filter(pk=made.locked.pk).update(locked=True, locked_by=writer, locked_at=timezone.now())
    made.planned = draft(canaries, letter, StandardPage, space, writer, "gepland")
    made.planned.go_live_at = timezone.now() + timedelta(days=3)
    made.planned.save_revision(user=writer, approved_go_live_at=made.planned.go_live_at)
    made.restricted = publish_below(
        space, canaries.fill(StandardPage(title="Besloten", slug="besloten", owner=writer), letter)
    )
    made.restriction = PageViewRestriction.objects.create(page=made.restricted, restriction_type="login")
    made.alias = made.public.create_alias(parent=space, update_slug="te-lezen-alias")
    made.session = EditingSession.objects.create(
        user=writer, content_object=made.published, last_seen_at=timezone.now()
    )
    return made


def draft(
    canaries: Canaries, letter: str, model: Any, space: Page, writer: User, slug: str = "", cover: Any = None
) -> Any:
    """Make a draft that was never published."""
    fields: Any = TYPES[model]
    page: Any = model(slug=slug or f"concept-{model._meta.model_name}", live=False, owner=writer, **fields)
    canaries.fill(page, letter)
    if hasattr(page, "body"):
        page.body = _body(canaries, letter, model._meta.label, cover)
    if model is LabPage:
        page.sessions = [canaries.fill(make_session(timezone.localdate() + timedelta(days=7)), letter)]
    page.locale = space.locale
    space.add_child(instance=page)
    page.save_revision(user=writer, log_action="wagtail.edit")
    return page


def _body(canaries: Canaries, letter: str, place: str, cover: Any) -> list[tuple[str, Any]]:
    """Return running text with a word in every kind of field, alternative texts included."""

    def word(name: str) -> str:
        return canaries.word(letter, f"{place}.body.{name}")

    body: list[tuple[str, Any]] = [
        ("paragraph", f"<p>{word('text')}</p>"),
        ("quote", {"text": word("quotation"), "source": word("source"), "source_lines": "", "language": "nl"}),
    ]
    picture = {"image": cover, "alt_text": word("alternative text"), "decorative": False, "caption": word("caption")}
    return [*body, ("picture", picture)] if cover else body


def newer(canaries: Canaries, letter: str, page: Any, writer: User) -> Comment:
    """Give a published page a draft that differs in all its texts, with a comment."""
    page.refresh_from_db()
    canaries.fill(page, letter)
    page.slug = "over-ons"
    page.save_revision(user=writer, log_action="wagtail.edit")
    comment = Comment.objects.create(
        page=page, user=writer, text=canaries.word(letter, "Comment.text"), contentpath="title"
    )
    CommentReply.objects.create(comment=comment, user=writer, text=canaries.word(letter, "CommentReply.text"))
    return comment


def _translate(canaries: Canaries, letter: str, made: SimpleNamespace) -> None:
    segment = made.translation.source.stringsegment_set.first()
    made.string_segment = segment
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=made.translation.target_locale,
        data=canaries.word(letter, "StringTranslation.data"),
    )
    made.translation.save_target(publish=False)
    made.overridable_segment = made.translation.source.overridablesegment_set.first()


def _in_review(canaries: Canaries, letter: str, space: Page, writer: User) -> Any:
    page = draft(canaries, letter, StandardPage, space, writer, "ter-beoordeling")
    workflow = page.get_workflow()
    state = workflow.start(page, writer)
    task = state.current_task_state
    task.task.specific.on_action(
        task, user=writer, action_name="reject", comment=canaries.word(letter, "TaskState.comment")
    )
    state.refresh_from_db()
    state.resume(writer)
    return Page.objects.get(pk=page.pk).specific


def media(canaries: Canaries, letter: str, bundle: SimpleNamespace, collection: Collection, writer: User) -> None:
    """Give an owner a private image and document, both named after canaries, and an upload that waits."""
    word = canaries.word(letter, "image file name")
    bundle.image = image(collection, "", writer, word, canaries, letter)
    bundle.sizes = [bundle.image.get_rendition(size) for size in ("max-165x165", "fill-40x40")]
    document = PortalDocument(collection=collection, uploaded_by_user=writer)
    canaries.fill(document, letter)
    document.file.save(
        f"{canaries.word(letter, 'document file name')}.txt",
        ContentFile(canaries.word(letter, "document content").encode()),
        save=False,
    )
    document.save()
    bundle.document = document
    bundle.upload = UploadedFile.objects.create(
        for_content_type=_content_type(PortalImage),
        file=get_test_image_file(f"{canaries.word(letter, 'upload name')}.png"),
        uploaded_by_user=writer,
    )
    bundle.document_upload = UploadedFile.objects.create(
        for_content_type=_content_type(PortalDocument),
        file=ContentFile(b"tekst", name=f"{canaries.word(letter, 'upload name')}.txt"),
        uploaded_by_user=writer,
    )


def image(
    collection: Collection,
    title: str,
    writer: User,
    word: str = "beeld",
    canaries: Canaries | None = None,
    letter: str = "",
) -> PortalImage:
    """Make an image in a collection."""
    made = PortalImage(title=title, description=title, consent=True, collection=collection, uploaded_by_user=writer)
    if canaries:
        canaries.fill(made, letter)
    made.file = get_test_image_file(f"{word}.png")
    made.save()
    return made


def _content_type(model: type[models.Model]) -> Any:
    from django.contrib.contenttypes.models import ContentType

    return ContentType.objects.get_for_model(model)
