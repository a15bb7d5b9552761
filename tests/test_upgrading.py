"""What we hold on to inside our dependencies is still there, with the shape we rely on: see docs/upgrading.md."""

import inspect
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.urls import get_resolver
from wagtail import urls as wagtail_urls
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.query import PageQuerySet
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

from portal.core.models.pages import PortalPage
from portal.core.models.querysets import PortalPageQuerySet

ROOT = Path(__file__).resolve().parent.parent

HELD = {
    "allauth.core.internal.ratelimit:apply_rate": "history, now, rate, dry_run",
    "django.core.cache.backends.db:DatabaseCache.add": "self, key, value, timeout, version",
    "django.middleware.locale:LocaleMiddleware.process_response": "self, request, response",
    "ninja:NinjaAPI.get_openapi_schema": "self, path_prefix, path_params",
    "wagtail.models:ReferenceIndex._extract_references_from_object": "object",
    "wagtail.models:Page.get_view_restrictions": "self",
    "wagtail.models:Page.save": "self, clean, user, log_action, **kwargs",
    "wagtail.models:Page.permissions_for_user": "self, user",
    "wagtail.models:PagePermissionTester.can_delete": "self, ignore_bulk",
    "wagtail.models:PagePermissionTester.can_unpublish": "self",
    "wagtail.models:PagePermissionTester.can_move": "self",
    "wagtail.models:PagePermissionTester.can_move_to": "self, destination",
    "wagtail.admin.views.bulk_action:BulkAction.prepare_action": "self, objects, objects_without_access",
    "wagtail.admin.views.bulk_action:BulkAction.get_queryset": "model, object_ids",
    "wagtail.hooks:_hooks": "",
    "wagtail_localize.wagtail_hooks:page_listing_more_buttons": "page, user, view_name, next_url",
    "django.db.models:QuerySet._fetch_all": "self",
    "wagtail.models:Page.route": "self, request, path_components",
    "wagtail.models:Page._get_site_root_paths": "self, cache_object",
    "wagtail.models:Page.get_url_parts": "self, request",
    "wagtail.models.sites:get_site_for_hostname": "hostname, port",
    "wagtail.query:PageQuerySet.public": "self",
    "wagtail.views:serve": "request, path",
    "wagtail.admin.views.pages.bulk_actions.publish:PublishBulkAction.execute_action": "objects, user, **kwargs",
    "wagtail.admin.views.pages.edit:EditView.post": "self, request",
    "wagtail.admin.views.pages.create:CreateView.post": "self, request",
    "wagtail.admin.views.pages.revisions:RevisionsRevertView": "",
    "wagtail.admin.views.account:AvatarSettingsPanel.form_class": "",
    "wagtail.admin.panels:InlinePanel.BoundPanel": "",
    "wagtail.admin.rich_text:DraftailRichTextArea.format_value": "self, value",
    "wagtail.admin.rich_text.converters.contentstate:ContentstateConverter.from_database_format": "self, html",
    "wagtail.admin.forms.pages:PageViewRestrictionForm": "",
    "wagtail.admin.viewsets.pages:PageViewSet": "",
    "wagtail.locks:WorkflowLock.get_message": "self, user",
    "wagtail.log_actions:get_active_log_context": "",
    "wagtail.signal_handlers:disable_reference_index_auto_update": "",
    "modelsearch.backends.database.postgres.postgres:PostgresIndex._refresh_title_norms": "self, full",
    "wagtail_localize.models:TranslationSource.update_from_db": "self",
    "wagtail_localize.models:Translation.save_target": "self, user, publish",
    "wagtail_localize.segments.extract:extract_segments": "instance",
    "wagtail_localize.views.submit_translations:SubmitPageTranslationView.get_form": "self",
    "wagtail_localize.views.update_translations:UpdateTranslationsView.get_form": "self",
    "wagtail.models:Page.get_translations": "self, inclusive",
    "wagtail_localize.models:TranslationContext._get_path_id": "path",
    "wagtail_localize.models:String._get_data_hash": "data",
    "wagtail.admin.views.pages.delete:DeleteView.post": "self, request",
    "wagtail.admin.views.pages.move:MoveConfirmView": "",
    "wagtail.admin.views.pages.unpublish:UnpublishView": "",
    "prometheus_client.values:ValueClass": "",
    "prometheus_client.values:MultiProcessValue": "process_identifier",
    "allauth.core.internal.ratelimit:consume": "request, app, action, limit_get",
    "allauth.account.internal.flows.login:record_authentication": "request, user, method, **extra_data",
    "allauth.account.internal.flows.login:get_authentication_records": "request",
    "allauth.socialaccount.providers.oauth2.views:OAuth2LoginView.adapter_view": "adapter",
    "allauth.socialaccount.providers.oauth2.views:OAuth2CallbackView._get_state": "self, request, provider",
    "urllib3:HTTPConnectionPool.ConnectionCls": "",
    "urllib3:HTTPSConnectionPool.ConnectionCls": "",
    "elasticsearch.dsl:Document._doc_type": "",
    "django.db.models.sql:Query.get_compiler": "self, using, connection",
    "django.db.models.sql.compiler:SQLCompiler.as_sql": "self",
    "django.db.models.sql.compiler:SQLCompiler.get_converters": "self, expressions",
    "django_tasks_db.management.commands.db_worker:Worker": "",
}
"""Where a held name is → its parameters; empty where only the name counts."""

SIGNALS = {
    "group_approval_task_submitted_email_notification": (task_submitted, TaskState),
    "workflow_state_approved_email_notification": (workflow_approved, WorkflowState),
    "workflow_state_rejected_email_notification": (workflow_rejected, WorkflowState),
}
"""`dispatch_uid` of a mail of Wagtail that ours takes the place of."""


@pytest.mark.parametrize("place", HELD)
def test_a_held_name_is_there_with_the_parameters_we_give_it(place: str) -> None:
    module, _colon, path = place.partition(":")
    found: Any = import_module(module)
    for name in path.split("."):
        found = inspect.getattr_static(found, name, None) if inspect.isclass(found) else getattr(found, name, None)

    assert found is not None, place
    if HELD[place]:
        plain = found.__func__ if isinstance(found, (classmethod, staticmethod)) else found
        signs = {inspect.Parameter.VAR_KEYWORD: "**", inspect.Parameter.VAR_POSITIONAL: "*"}
        given = [f"{signs.get(each.kind, '')}{each.name}" for each in inspect.signature(plain).parameters.values()]
        assert [name for name in HELD[place].split(", ") if name not in given] == [], f"{place}: {given}"


@pytest.mark.parametrize("name", SIGNALS)
def test_one_receiver_sends_each_mail_of_a_review_and_it_is_ours(name: str) -> None:
    signal, sender = SIGNALS[name]
    known = [receiver for key, receiver, *_rest in signal.receivers if key[0] == name]
    assert len(known) == 1
    found = known[0]() if callable(known[0]) and not inspect.isfunction(known[0]) else known[0]
    assert found.__module__.startswith("portal."), sender


def test_what_we_leave_out_of_wagtails_addresses_is_the_one_that_serves_pages() -> None:
    assert [pattern.name for pattern in wagtail_urls.urlpatterns[-1:]] == ["wagtail_serve"]
    assert "wagtail_serve" in get_resolver().reverse_dict


def test_our_queryset_and_restrictions_stand_in_the_place_of_wagtails() -> None:
    assert isinstance(PortalPage.objects.all(), PortalPageQuerySet)
    assert PortalPageQuerySet.public is not PageQuerySet.public
    assert PortalPage.get_view_restrictions is not Page.get_view_restrictions


def test_each_held_name_is_told_in_the_page_about_upgrading() -> None:
    told = (ROOT / "docs" / "upgrading.md").read_text()
    held = {path.rpartition(".")[2] or path for path in (place.partition(":")[2] for place in HELD)} | set(SIGNALS)
    assert [name for name in sorted(held) if name not in told] == []
