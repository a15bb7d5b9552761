"""The rules of the views of the admin: each named view has one, and a view without a rule opens for superusers only.

Wagtail's own checks stay behind these rules. The rules are there for the views that ask for a right on the whole
site, or for nothing, where a partner would read the work of another.
"""

from collections.abc import Callable

from portal.partners.access import localize
from portal.partners.access.rules import (
    anyone,
    bulk,
    central_list,
    choosable,
    chosen_pages,
    core,
    explorable,
    nobody,
    own_document,
    own_image,
    own_page,
    page_through_api,
    technical,
)

Rule = Callable[..., bool]

TABLE: dict[Rule, str] = {
    anyone: """
        wagtailadmin_home wagtailadmin_explore_root wagtailadmin_account wagtailadmin_logout wagtailadmin_dismissibles
        wagtailadmin_block_preview wagtailadmin_sprite wagtailadmin_javascript_catalog wagtailadmin_login
        wagtailadmin_password_reset wagtailadmin_password_reset_done wagtailadmin_password_reset_confirm
        wagtailadmin_password_reset_complete wagtail.admin.views.home.default
        wagtailadmin_choose_page_search wagtailadmin_choose_page_external_link wagtailadmin_choose_page_email_link
        wagtailadmin_choose_page_phone_link wagtailadmin_choose_page_anchor_link
        wagtailadmin_api:pages:listing wagtailadmin_api:pages:detail wagtailadmin_api:pages:find
        wagtailadmin_editing_sessions:ping wagtailadmin_editing_sessions:release
        wagtailadmin_pages:search wagtailadmin_pages:search_results wagtailadmin_pages:type_use
        wagtailadmin_pages:type_use_results wagtailadmin_pages:choose_parent
        wagtailadmin_reports:aging_pages wagtailadmin_reports:aging_pages_results
        own_locked_pages own_locked_pages_results own_workflows own_workflows_results
        own_workflow_tasks own_workflow_tasks_results
        wagtailembeds:chooser wagtailembeds:chooser_upload
        wagtailimages:index wagtailimages:index_results wagtailimages:add wagtailimages:add_multiple
        wagtailimages:create_multiple_from_uploaded_image wagtailimages:delete_upload_multiple
        wagtailimages_chooser:choose wagtailimages_chooser:choose_results wagtailimages_chooser:create
        wagtaildocs:index wagtaildocs:index_results wagtaildocs:add wagtaildocs:add_multiple
        wagtaildocs:create_multiple_from_uploaded_document wagtaildocs:delete_upload_multiple
        wagtaildocs_chooser:choose wagtaildocs_chooser:choose_results wagtaildocs_chooser:create
        wagtail_localize:javascript_catalog
    """,
    nobody: "wagtailadmin_error_test",  # breaks on purpose
    page_through_api: "wagtailadmin_api:pages:action",
    explorable: "wagtailadmin_explore wagtailadmin_explore_results",
    choosable: "wagtailadmin_choose_page wagtailadmin_choose_page_child",
    chosen_pages: "wagtailadmin_choose_page_chosen_multiple",
    bulk: "wagtail_bulk_action",
    own_page: """
        wagtailadmin_pages:add wagtailadmin_pages:preview_on_add wagtailadmin_pages:usage wagtailadmin_pages:edit
        wagtailadmin_pages:preview_on_edit wagtailadmin_pages:view_draft wagtailadmin_pages:add_subpage
        wagtailadmin_pages:delete wagtailadmin_pages:unpublish wagtailadmin_pages:convert_alias
        wagtailadmin_pages:move wagtailadmin_pages:move_confirm wagtailadmin_pages:set_page_position
        wagtailadmin_pages:copy wagtailadmin_pages:workflow_action wagtailadmin_pages:collect_workflow_action_data
        wagtailadmin_pages:confirm_workflow_cancellation wagtailadmin_pages:workflow_preview
        wagtailadmin_pages:set_privacy wagtailadmin_pages:lock wagtailadmin_pages:unlock
        wagtailadmin_pages:revisions_index wagtailadmin_pages:revisions_view wagtailadmin_pages:revisions_revert
        wagtailadmin_pages:revisions_unschedule wagtailadmin_pages:revisions_compare
        wagtailadmin_pages:workflow_history wagtailadmin_pages:workflow_history_detail
        wagtailadmin_pages:history wagtailadmin_pages:history_results
    """,
    own_image: """
        wagtailimages:edit wagtailimages:delete wagtailimages:url_generator wagtailimages:url_generator_output
        wagtailimages:preview wagtailimages:image_usage wagtailimages:edit_multiple wagtailimages:delete_multiple
        wagtailimages_chooser:chosen wagtailimages_chooser:chosen_multiple wagtailimages_chooser:select_format
    """,
    own_document: """
        wagtaildocs:edit wagtaildocs:delete wagtaildocs:edit_multiple wagtaildocs:delete_multiple
        wagtaildocs:document_usage wagtaildocs_chooser:chosen wagtaildocs_chooser:chosen_multiple
    """,
    core: """
        wagtailadmin_tag_autocomplete wagtailadmin_tag_model_autocomplete
        wagtailadmin_reports:site_history wagtailadmin_reports:site_history_results
        wagtailadmin_reports:page_types_usage wagtailadmin_reports:page_types_usage_results
        wagtailadmin_collections:index wagtailadmin_collections:add wagtailadmin_collections:edit
        wagtailadmin_collections:delete wagtailadmin_collections:set_privacy
        wagtailadmin_api:images:listing wagtailadmin_api:images:detail wagtailadmin_api:images:find
        wagtailadmin_api:documents:listing wagtailadmin_api:documents:detail wagtailadmin_api:documents:find
        wagtailsnippets:index search_counts search_explain search_given_up
        wagtail_localize:translations_report wagtail_localize:translations_report_results
        wagtail_localize:snippets_api_listing wagtail_localize:snippets_api_detail
    """,
    localize.submit_page: "wagtail_localize:submit_page_translation",
    localize.submit_snippet: "wagtail_localize:submit_snippet_translation",
    localize.update: "wagtail_localize:update_translations",
    localize.string: "wagtail_localize:edit_string_translation",
    localize.override: "wagtail_localize:edit_override",
    localize.target: """
        wagtail_localize:download_pofile wagtail_localize:machine_translate
        wagtail_localize:preview_translation wagtail_localize:stop_translation
    """,
    localize.file_of_texts: "wagtail_localize:upload_pofile",
    localize.convert_to_alias: "wagtail_localize:convert_to_alias",
}
"""Which views each rule guards, for people who may enter the admin."""

FAMILIES: dict[str, Rule] = {"wagtailsnippets_": core, "wagtailsnippetchoosers_": central_list}
"""Rules for the views that come with each registered snippet, by the start of their namespace."""

RULES: dict[str, Rule] = {name: rule for rule, names in TABLE.items() for name in names.split()}


def rule_of(view_name: str) -> Rule:
    """Return the rule of a view; superusers only for one that nobody thought of."""
    if rule := RULES.get(view_name):
        return rule
    if view_name.startswith("wagtailsnippetchoosers_") and view_name.endswith(":create"):
        return nobody  # there is no form for it: central lists are made in their own screens
    for start, rule in FAMILIES.items():
        if view_name.startswith(start):
            return rule
    return technical


def add_view_rules(rules: dict[str, Rule]) -> None:
    """Give views of other apps their rule, from the `wagtail_hooks` of the app.

    Raises ValueError for a view that has another rule already.
    """
    for name, rule in rules.items():
        if RULES.setdefault(name, rule) is not rule:
            raise ValueError(f"{name} has a rule already")
