"""Every URL pattern of the resolver, and the address it has for what belongs to one owner."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from home.models import Figure
from portal.partners.models import Partner
from tests.permissions.bridge import outcome_of, proposed_of
from tests.permissions.patterns import Pattern, all_patterns
from tests.permissions.people import translator
from tests.permissions.things import LABEL, MORE_PAGES, with_page
from tests.permissions.world import World

PAGE_NAMES = ("page_id", "page_pk", "parent_page_id", "page_to_move_id")


def patterns() -> list[Pattern]:
    """Return all patterns, each once, and some a second time with a question that makes them answer otherwise."""
    found = all_patterns()
    return found + [
        replace(pattern, question=more)
        for pattern in found
        for more in (*MORE.get(pattern.name, ()), *MORE_PAGES.get(pattern.name, ()))
    ]


def address(pattern: Pattern, bundle: SimpleNamespace, world: World, second: SimpleNamespace | None = None) -> str:
    """Return the address of a pattern for what an owner has.

    `second` is the owner of the second of two ids, where they should not fit. Raises LookupError for a pattern that
    nobody thought of an address for.
    """
    question = pattern.question
    if question.startswith(LABEL):
        bundle, question = with_page(bundle, question), ""
    if pattern.name in FIXED:
        return str(FIXED[pattern.name](bundle))
    values = {name: value(pattern.name, name, bundle, second or bundle, world) for name in pattern.arguments}
    try:
        question = question or QUERIES.get(pattern.name, lambda bundle: "")(bundle)
        if pattern.name.startswith("wagtailsnippetchoosers_") and pattern.name.endswith(":chosen_multiple"):
            question = f"?id={value(pattern.name, 'pk', bundle, bundle, world)}"
        return reverse(pattern.name, kwargs=values) + question
    except NoReverseMatch as error:
        raise LookupError(f"no address for {pattern.key}: {values}") from error


FIXED = {
    "api_not_found": lambda bundle: "/api/v1/bestaat-niet",
    "unnamed admin/test404/": lambda bundle: "/admin/test404/",
    "unnamed admin/^.*/$": lambda bundle: "/admin/bestaat-niet/",
    "wagtaildocs_serve": lambda bundle: bundle.document.url,
    "login_redirect_admin": lambda bundle: "/admin/login/",
    "login_redirect_password_reset": lambda bundle: "/admin/password_reset/confirm/MQ/abc/",
    "wagtail_serve": lambda bundle: bundle.draft.get_url() or "/nl/",
    "search_opened": lambda bundle: f"/nl/zoeken/naar{bundle.published.get_url()}",
    "calendar_file": lambda bundle: "/nl/labs/agenda.ics",
    "event_file": lambda bundle: "/nl/over-het-opleidingshuis/geen-evenement/ics/",
    "contact_ask": lambda bundle: "/nl/contact/geen-locatie/",
    "guest_review_image": lambda bundle: "/nl/meelezen/geen-token/beeld/beeld.png",
    "media": lambda bundle: bundle.image.file.url,
}
"""Addresses that are not made from arguments."""

QUERIES = {
    "wagtailadmin_choose_page_chosen_multiple": lambda bundle: f"?id={bundle.published.pk}",
    "wagtailadmin_choose_page_search": lambda bundle: "?q=Over+ons",
    "wagtailadmin_pages:search": lambda bundle: "?q=Over+ons",
    "wagtailadmin_pages:search_results": lambda bundle: "?q=Over+ons",
    "wagtail_bulk_action": lambda bundle: f"?id={bundle.draft.pk}&id={bundle.published.pk}&next=/admin/",
    "wagtailimages_chooser:chosen_multiple": lambda bundle: f"?id={bundle.image.pk}",
    "wagtaildocs_chooser:chosen_multiple": lambda bundle: f"?id={bundle.document.pk}",
    "wagtailadmin_api:pages:listing": lambda bundle: f"?child_of={bundle.space.pk}&for_explorer=1&fields=*",
    "wagtailadmin_api:pages:find": lambda bundle: f"?id={bundle.published.pk}",
    "wagtailadmin_api:images:find": lambda bundle: f"?id={bundle.image.pk}",
    "wagtailadmin_api:documents:find": lambda bundle: f"?id={bundle.document.pk}",
    "wagtailadmin_tag_autocomplete": lambda bundle: "?term=k",
    "search": lambda bundle: "?q=kanarie",
    "suggestions": lambda bundle: "?q=kanarie",
    "search_feed": lambda bundle: "?q=kanarie",
}
"""What stands behind the question mark: ids and words of the owner."""

EXPORT = ("?export=csv", "?export=xlsx")
MORE = {
    "wagtailadmin_explore": ("?q=kanarie", "?search_all=1&q=Over+ons", "?ordering=title"),
    "wagtailadmin_explore_root": ("?q=Over+ons",),
    "wagtailadmin_choose_page": ("?page_type=home.standardpage", "?page_type=home.standardpage&multiple=1"),
    "wagtailadmin_choose_page_search": ("?q=kanarie", "?q=Concept"),
    "wagtailadmin_reports:site_history": EXPORT,
    "wagtailadmin_reports:page_types_usage": EXPORT,
    "wagtailadmin_reports:aging_pages": EXPORT,
    "outcome_exchange": EXPORT[:1],
    "joining:detail": EXPORT,
    "own_locked_pages": EXPORT,
    "own_workflows": EXPORT,
    "own_workflow_tasks": EXPORT,
    "wagtail_localize:translations_report": EXPORT,
    "wagtailadmin_pages:type_use": EXPORT,
    "wagtailimages:index": ("?q=kanarie", "?ordering=title"),
    "wagtaildocs:index": ("?q=kanarie", "?ordering=title"),
    "wagtailimages_chooser:choose": ("?q=kanarie",),
    "wagtaildocs_chooser:choose": ("?q=kanarie",),
    "wagtailadmin_api:pages:listing": ("?fields=*", "?search=kanarie"),
}
"""The same address asked differently: exports, searches, orders."""


def value(view: str, name: str, bundle: SimpleNamespace, second: SimpleNamespace, world: World) -> Any:
    """Return one argument; `second` owns what comes after the first id."""
    if (view, name) in BY_VIEW:
        return BY_VIEW[view, name](second if name in SECOND else bundle)
    if name in BY_NAME:
        return BY_NAME[name](second if name in SECOND else bundle)
    namespace = view.split(":")[0]
    if name == "pk" and namespace.startswith(("wagtailsnippets_", "wagtailsnippetchoosers_")):
        return snippet(bundle, namespace.rsplit("_", 1)[1], world).pk
    if (namespace, name) in BY_NAMESPACE:
        return BY_NAMESPACE[namespace, name](bundle)
    raise LookupError(f"no value for {name} of {view}")


def snippet(bundle: SimpleNamespace, model: str, world: World) -> Any:
    """Return an owner's snippet, or that of the core team, which keeps most of them."""
    return bundle.snippets.get(model) or world.bundles["k"].snippets.get(model) or world.bundles["b"].snippets[model]


SECOND = {
    "task_state_id", "task_id", "revision_id", "revision_id_a", "revision_id_b", "workflow_state_id", "destination_id",
    "string_segment_id", "overridable_segment_id", "session_id", "workflow_pk",
}  # fmt: skip
"""Arguments that come second: where they belong to another owner, nothing may open."""

IN_REVIEW = (
    "workflow_action", "collect_workflow_action_data", "confirm_workflow_cancellation", "workflow_preview",
    "workflow_history", "workflow_history_detail",
)  # fmt: skip

BY_VIEW: dict[tuple[str, str], Any] = {
    **{(f"wagtailadmin_pages:{view}", "page_id"): lambda bundle: bundle.review.pk for view in IN_REVIEW},
    ("wagtailadmin_pages:unlock", "page_id"): lambda bundle: bundle.locked.pk,
    ("lab_session_full", "page_id"): lambda bundle: bundle.drafts.get("labpage", bundle.draft).pk,
    ("link_proposal", "page_id"): outcome_of,
    ("link_proposal", "lab"): proposed_of,
    ("outcome_exchange_of", "page_id"): lambda bundle: bundle.space.pk,
    ("school_year_rollover_of", "page_id"): lambda bundle: bundle.space.pk,
    ("wagtailadmin_pages:set_privacy", "page_id"): lambda bundle: bundle.restricted.pk,
    ("wagtailadmin_pages:convert_alias", "page_id"): lambda bundle: bundle.alias.pk,
    ("wagtailadmin_pages:revisions_unschedule", "page_id"): lambda bundle: bundle.planned.pk,
    ("wagtailadmin_pages:revisions_unschedule", "revision_id"): lambda bundle: bundle.planned.latest_revision_id,
    ("wagtailadmin_pages:revisions_compare", "pk"): lambda bundle: bundle.published.pk,
    ("wagtailadmin_pages:set_page_position", "page_to_move_id"): lambda bundle: bundle.draft.pk,
    ("wagtailadmin_pages:move", "page_to_move_id"): lambda bundle: bundle.draft.pk,
    ("wagtailadmin_pages:move_confirm", "page_to_move_id"): lambda bundle: bundle.draft.pk,
    ("wagtailadmin_pages:delete", "page_id"): lambda bundle: bundle.draft.pk,
    ("wagtail_localize:submit_page_translation", "page_id"): lambda bundle: bundle.draft.pk,
    ("wagtail_localize:convert_to_alias", "page_id"): lambda bundle: bundle.translated.pk,
    ("wagtail_localize:submit_snippet_translation", "app_label"): lambda bundle: "home",
    ("wagtail_localize:submit_snippet_translation", "model_name"): lambda bundle: "figure",
    ("wagtail_localize:submit_snippet_translation", "pk"): lambda bundle: Figure.objects.all()[0].pk,
    ("wagtail_localize:snippets_api_listing", "app_label"): lambda bundle: "locations",
    ("wagtail_localize:snippets_api_listing", "model_name"): lambda bundle: "trajectory",
    ("wagtail_localize:snippets_api_detail", "app_label"): lambda bundle: "portal",
    ("wagtail_localize:snippets_api_detail", "model_name"): lambda bundle: "partner",
    ("wagtail_localize:snippets_api_detail", "pk"): lambda bundle: _partner(bundle),
    ("wagtail_bulk_action", "app_label"): lambda bundle: "wagtailcore",
    ("wagtail_bulk_action", "model_name"): lambda bundle: "page",
    ("wagtail_bulk_action", "action"): lambda bundle: "publish",
    ("wagtailadmin_tag_model_autocomplete", "app_name"): lambda bundle: "taggit",
    ("wagtailadmin_tag_model_autocomplete", "model_name"): lambda bundle: "tag",
    ("wagtailadmin_pages:choose_parent", "app_label"): lambda bundle: "home",
    ("wagtailadmin_pages:choose_parent", "model_name"): lambda bundle: "standardpage",
    ("wagtailadmin_workflows:add_task", "app_label"): lambda bundle: "wagtailcore",
    ("wagtailadmin_workflows:add_task", "model_name"): lambda bundle: "groupapprovaltask",
    ("wagtailadmin_editing_sessions:ping", "app_label"): lambda bundle: "home",
    ("wagtailadmin_editing_sessions:ping", "model_name"): lambda bundle: "standardpage",
    ("wagtaildocs:create_multiple_from_uploaded_document", "uploaded_file_id"): lambda bundle: (
        bundle.document_upload.pk
    ),
    ("wagtaildocs:delete_upload_multiple", "uploaded_file_id"): lambda bundle: bundle.document_upload.pk,
    ("wagtailadmin_api:pages:detail", "pk"): lambda bundle: bundle.published.pk,
    ("wagtailadmin_api:pages:action", "pk"): lambda bundle: bundle.published.pk,
    ("wagtailadmin_api:images:detail", "pk"): lambda bundle: bundle.image.pk,
    ("wagtailadmin_api:documents:detail", "pk"): lambda bundle: bundle.document.pk,
    ("translation_changes", "language"): lambda bundle: "en",
    ("untranslated", "page_id"): lambda bundle: bundle.draft.pk,
    ("wagtailsettings:edit", "app_name"): lambda bundle: "home",
    ("wagtailsettings:edit", "model_name"): lambda bundle: "none",
    ("wagtailsettings:preview_on_edit", "app_name"): lambda bundle: "home",
    ("wagtailsettings:preview_on_edit", "model_name"): lambda bundle: "none",
    ("wagtailadmin_workflows:edit_task", "pk"): lambda bundle: bundle.workflow.workflow_tasks.first().task_id,
    ("wagtailadmin_workflows:disable_task", "pk"): lambda bundle: bundle.workflow.workflow_tasks.first().task_id,
    ("wagtailadmin_workflows:enable_task", "pk"): lambda bundle: bundle.workflow.workflow_tasks.first().task_id,
    # Signing in: a provider, a link and a key that are not there; a closed door by any name.
    ("openid_connect_login", "provider_id"): lambda bundle: "nergens",
    ("openid_connect_callback", "provider_id"): lambda bundle: "nergens",
    ("invitation_open", "token"): lambda bundle: "bestaat-niet",
    ("invitation_withdraw", "pk"): lambda bundle: 1,
    ("translator_languages", "partner_id"): lambda bundle: translator()[0],
    ("translator_languages", "user_id"): lambda bundle: translator()[1],
    ("submit_page", "page_id"): lambda bundle: bundle.draft.pk,
    ("unsent_mail_again", "pk"): lambda bundle: 1,
    ("unsent_mail_discard", "pk"): lambda bundle: 1,
    ("mfa_edit_webauthn", "pk"): lambda bundle: 1,
    ("mfa_remove_webauthn", "pk"): lambda bundle: 1,
    ("account_confirm_email", "key"): lambda bundle: "a",
    ("account_reset_password_from_key", "uidb36"): lambda bundle: "1",
    ("account_reset_password_from_key", "key"): lambda bundle: "a",
    ("login_redirect_other", "rest"): lambda bundle: "iets/anders/",
}
"""Arguments of views for which the ordinary page is not the telling one."""

BY_NAME: dict[str, Any] = {
    "page_id": lambda bundle: bundle.published.pk,
    "uid": lambda bundle: session_of(bundle),
    "page_pk": lambda bundle: bundle.space.pk,
    "parent_page_id": lambda bundle: bundle.space.pk,
    "page_to_move_id": lambda bundle: bundle.draft.pk,
    "destination_id": lambda bundle: bundle.space.pk,
    "revision_id": lambda bundle: bundle.published.latest_revision_id,
    "revision_id_a": lambda bundle: bundle.published.live_revision_id or bundle.published.latest_revision_id,
    "revision_id_b": lambda bundle: bundle.published.latest_revision_id,
    "task_state_id": lambda bundle: bundle.review.current_workflow_task_state.pk,
    "task_id": lambda bundle: bundle.review.current_workflow_task.pk,
    "workflow_state_id": lambda bundle: bundle.review.current_workflow_state.pk,
    "workflow_pk": lambda bundle: bundle.workflow.pk,
    "action_name": lambda bundle: "approve",
    "content_type_app_name": lambda bundle: "home",
    "content_type_model_name": lambda bundle: "standardpage",
    "image_id": lambda bundle: bundle.image.pk,
    "filter_spec": lambda bundle: "max-165x165",
    "document_id": lambda bundle: bundle.document.pk,
    "doc_id": lambda bundle: bundle.document.pk,
    "uploaded_file_id": lambda bundle: bundle.upload.pk,
    "collection_id": lambda bundle: bundle.collection.pk,
    "translation_id": lambda bundle: bundle.translation.pk,
    "translation_source_id": lambda bundle: bundle.translation.source_id,
    "string_segment_id": lambda bundle: bundle.string_segment.pk,
    "overridable_segment_id": lambda bundle: bundle.overridable_segment.pk if bundle.overridable_segment else 1,
    "mode": lambda bundle: "default",
    "redirect_id": lambda bundle: 1,
    "query_id": lambda bundle: 1,
    "restriction_id": lambda bundle: bundle.restriction.pk,
    "page_view_restriction_id": lambda bundle: bundle.restriction.pk,
    "object_id": lambda bundle: bundle.published.pk,
    "session_id": lambda bundle: bundle.session.pk,
    "partner_id": lambda bundle: bundle.snippets["partner"].pk if "partner" in bundle.snippets else _any_partner(),
    "uidb64": lambda bundle: "MQ",
    "token": lambda bundle: "geen-token",
}
"""Arguments that mean the same everywhere."""

BY_NAMESPACE: dict[tuple[str, str], Any] = {
    ("api", "key"): lambda bundle: bundle.draft.translation_key,
    ("wagtailadmin_collections", "pk"): lambda bundle: bundle.collection.pk,
    ("wagtailadmin_workflows", "pk"): lambda bundle: bundle.workflow.pk,
    ("wagtaillocales", "pk"): lambda bundle: bundle.space.locale_id,
    ("wagtailsites", "pk"): lambda bundle: 1,
    ("wagtailsettings", "pk"): lambda bundle: 1,
    ("wagtailusers_users", "pk"): lambda bundle: bundle.user.pk,
    ("wagtailusers_groups", "pk"): lambda bundle: bundle.group.pk,
    ("joining", "pk"): lambda bundle: _trajectory(bundle),
    ("joining", "task"): lambda bundle: "kennismaken",
    ("joining", "phase"): lambda bundle: "begin",
    ("wagtaildocs_chooser", "pk"): lambda bundle: bundle.document.pk,
    ("wagtailimages_chooser", "pk"): lambda bundle: bundle.image.pk,
}


def session_of(bundle: SimpleNamespace) -> UUID:
    """Return the name of the session of an owner's lab; of who has none, that of nothing."""
    lab = bundle.drafts.get("labpage")
    return lab.sessions.get().uid if lab else UUID(int=0)


def _partner(bundle: SimpleNamespace) -> int:
    return bundle.partner.pk if bundle.partner else 1


def _trajectory(bundle: SimpleNamespace) -> int:
    """Return an owner's trajectory; the core team has none of its own and looks at another's."""
    return int((bundle.trajectory or bundle.theirs.trajectory).pk)


def _any_partner() -> int:
    """Return a partner to name where the core team has none of its own."""
    return Partner.objects.values_list("pk", flat=True)[0]


def has_second(pattern: Pattern) -> bool:
    """Whether an address names two things that must belong together."""
    return bool(SECOND & set(pattern.arguments)) and any(name not in SECOND for name in pattern.arguments)
