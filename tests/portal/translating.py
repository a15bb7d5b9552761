"""Translating as people do it in the admin: handing a page in, writing texts, publishing, changing the Dutch."""

from typing import Any

from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource
from wagtail_localize.operations import TranslationCreator

from curriculum.models import LabPage
from portal.core.models.users import User
from portal.core.translations.keeping import texts_of
from tests.factories import House, in_english, make_editor, make_lab


def editor_in_two_languages(house: House, school: Any) -> User:
    """Make the English space and an editor of it."""
    in_english(house.labs)
    in_english(school)
    return make_editor(school.partner)


def chief_in_two_languages(house: House, school: Any) -> User:
    """Make the English space and somebody who may do everything."""
    in_english(house.labs)
    in_english(school)
    chief: User = User.objects.create_superuser("beheer@example.org", "een-lang-wachtwoord")
    return chief


def browser_of(user: User) -> Client:
    """A browser in which somebody signed in."""
    client = Client()
    client.force_login(user)
    return client


def submit(page: Any) -> None:
    """Have a page translated."""
    TranslationCreator(user=None, target_locales=[Locale.objects.get(language_code="en")]).create_translations(page)


def english(page: Any) -> Any:
    """The English page as it is in the database."""
    return page.get_translation(Locale.objects.get(language_code="en")).specific


def translate(page: Any, start: str = "English of") -> None:
    """Translate what is not translated yet, as a person does."""
    target = Locale.objects.get(language_code="en")
    for segment in StringSegment.objects.filter(source__object_id=page.translation_key).select_related("string"):
        slug = segment.context.path == "slug"
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=target,
            defaults={"data": f"{page.slug}-en" if slug else f"{start} {segment.string.data}"},
        )


def publish(editor: Client, page: Any, **sent: str) -> str:
    """Press "update translations" with publishing ticked, and return what is then said."""
    source = TranslationSource.objects.get_for_instance(page)
    with TestCase.captureOnCommitCallbacks(execute=True):
        answer = editor.post(
            reverse("wagtail_localize:update_translations", args=[source.pk]), sent or {"publish_translations": "on"}
        )
    assert answer.status_code == 302
    return editor.get(answer.headers["Location"]).content.decode()


def read(page: Any) -> str:
    """All texts of a page, in one."""
    return " ".join(text for texts in texts_of(page).values() for text in texts)


def change(page: Any, **changes: Any) -> None:
    """Publish a change of the Dutch page."""
    page = LabPage.objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def lab_in_two_languages(house: House, school: Any) -> LabPage:
    """Make a lab that is live in both languages, and somebody who may do everything."""
    core = browser_of(chief_in_two_languages(house, school))
    page = make_lab(school, "coachen", title="Coachen", summary="Vragen stellen", body=[("paragraph", "<p>Kijk.</p>")])
    submit(page)
    translate(page)
    publish(core, page)
    return page
