"""What a quick load leaves behind is what the slow roads of Django, Wagtail and wagtail-localize would have made."""

import json
from typing import Any

from django.apps import apps
from django.conf import global_settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db.models import Model
from django.test import Client
from wagtail.models import (
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Orderable,
    Page,
    PageLogEntry,
    ReferenceIndex,
    WorkflowPage,
)
from wagtail.search.models import IndexEntry
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    StringTranslation,
    TemplateSegment,
    TranslationContext,
    TranslationSource,
)

from home.demo.accounts import DEMO_ACCOUNTS
from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.partners.models import Partner
from portal.partners.provision import provision_all
from search.models import StoredDocument

SEGMENTS = (StringSegment, TemplateSegment, RelatedObjectSegment, OverridableSegment)


def rows(*models: type[Model]) -> dict[str, list[Any]]:
    """All rows of some models, in an order of their own."""
    return {model.__name__: sorted(map(str, model._default_manager.values_list())) for model in models}


def iterations(user: User) -> int:
    """How many rounds of hashing stand behind the password that is kept."""
    return int(PBKDF2PasswordHasher().decode(user.password)["iterations"])


def test_rows_that_have_an_order_have_their_number_in_it(demo: list[str]) -> None:
    ordered = [model for model in apps.get_models() if issubclass(model, Orderable)]

    assert [model.__name__ for model in ordered if model._default_manager.filter(sort_order=None).exists()] == []


def test_a_password_of_the_demo_is_kept_like_any_other_once_somebody_signed_in_with_it(
    demo: list[str], settings: Any
) -> None:
    settings.PASSWORD_HASHERS = global_settings.PASSWORD_HASHERS
    assert {user.password.partition("$")[0] for user in User.objects.all()} == {PBKDF2PasswordHasher.algorithm}
    account = DEMO_ACCOUNTS[0]
    user = User.objects.get(email=account.email)
    assert iterations(user) < 10_000

    assert not Client().login(email=account.email, password="demo-another-2026")
    assert Client().login(email=account.email, password=account.password)
    user.refresh_from_db()
    assert iterations(user) >= PBKDF2PasswordHasher.iterations
    assert Client().login(email=account.email, password=account.password)


def test_wagtail_localize_finds_nothing_to_change_in_the_texts_of_the_demo(demo: list[str]) -> None:
    kept = (*SEGMENTS, String, StringTranslation, TranslationContext)
    before = rows(*kept)
    for source in TranslationSource.objects.all():
        source.refresh_segments()
    after = rows(*kept)
    assert before["StringSegment"]
    assert before["TranslationContext"]
    assert after == before


def test_wagtail_localize_would_make_the_same_english_pages(demo: list[str]) -> None:
    english = Locale.objects.get(language_code="en")
    found = 0
    for source in TranslationSource.objects.select_related("object").order_by("pk"):
        told = source.get_translated_instance(english)
        again = source.get_ephemeral_translated_instance(english)
        assert comparable(again) == comparable(told)
        found += 1
    assert found > 200


def comparable(instance: Any) -> dict[str, Any]:
    """The content of a page or snippet; streams are JSON in whichever order it was written."""
    content = instance.serializable_data() if hasattr(instance, "serializable_data") else vars(instance)
    return {
        name: json.loads(value) if isinstance(value, str) and value.startswith("[") else value
        for name, value in content.items()
        if name != "_state"
    }


def test_everything_is_found_in_the_admin_listed_for_the_search_index_and_told_in_the_histories(
    demo: list[str],
) -> None:
    pages = set(PortalPage.objects.values_list("pk", flat=True))
    entries = IndexEntry.objects.filter(content_type__app_label__in=("home", "news", "locations", "curriculum"))
    assert pages <= {int(pk) for pk in entries.values_list("object_id", flat=True)}
    # Search read what the load had listed for it.
    stored = StoredDocument.objects.filter(object_type="wagtailcore.page").values_list("object_id", flat=True)
    assert pages <= set(stored)
    told = PageLogEntry.objects.filter(action="wagtail.publish").values_list("page_id", flat=True)
    assert pages == set(told)
    for page in Page.objects.filter(pk__in=pages).select_related("live_revision"):
        assert page.live_revision_id == page.latest_revision_id
        assert not page.has_unpublished_changes


def test_rights_and_references_of_the_demo_are_those_that_a_second_pass_gives(demo: list[str]) -> None:
    kept = (Group, GroupPagePermission, GroupCollectionPermission, WorkflowPage)
    before = rows(*kept)
    assert not Partner.objects.filter(workflow=None).exists()
    provision_all(Partner.objects.all())
    assert rows(*kept) == before
    references = ReferenceIndex.objects.count()
    call_command("rebuild_references_index", verbosity=0)
    assert ReferenceIndex.objects.count() == references > 900
