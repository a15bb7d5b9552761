"""Guards of `portal.partners.access`: the doors of the admin, their rules, choosers, media, translations."""

from typing import Any

from wagtail.models import Page

from portal.partners.access.rules import anyone
from portal.partners.rights import Role, Whose
from tests.permissions import test_known as known
from tests.permissions import test_localize_gate as localize_gate
from tests.permissions import test_references as references
from tests.permissions import test_road_to_public as road
from tests.permissions.bite.base import Cell, Guard, check, get, post

AUTHOR, EDITOR, TRANSLATOR = Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR
OWN = Whose.OWN


def _open(path: str, *cells: Cell) -> Guard:
    """A guard that answers yes or no; without it everything is yes."""
    return Guard(path, lambda *args, **kwargs: True, cells)


# What stands in for a function runs in its place, without the names of this module.


def _everybody(request: Any) -> Any:
    from portal.core.models.users import User

    return User.objects.all()


def _every_workflow(request: Any) -> Any:
    from wagtail.models import Workflow

    return Workflow.objects.all()


def _every_task(request: Any) -> Any:
    from wagtail.models import Task

    return Task.objects.all()


def _every_tag(request: Any, model: Any) -> Any:
    from taggit.models import Tag

    return Tag.objects.all()


RULES, WHO = "portal.partners.access.rules", "portal.partners.access.policy"
LOCALIZE, HOOKS, REFERENCES = (
    "portal.partners.access.localize",
    "portal.partners.access.hooks",
    "portal.partners.access.references",
)
JOINING = "locations.onboarding.hooks"
LISTINGS = "portal.partners.access.listings"
TESTER = "portal.partners.access.tester:PortalPagePermissionTester"

RULE_GUARDS = (
    Guard(
        "portal.partners.access.view_rules:rule_of",
        lambda view_name: anyone,
        (get("wagtailadmin_api:images:listing", AUTHOR),),
    ),
    _open(f"{RULES}:core", get("wagtailadmin_api:documents:listing", AUTHOR)),
    _open(f"{RULES}:technical", get("wagtailadmin_workflows:task_chooser", EDITOR)),
    _open(
        f"{RULES}:nobody",
        get("wagtailsnippetchoosers_home_figure:create", Role.CORE_EDITOR),
    ),
    _open(f"{RULES}:own_page", get("wagtailadmin_pages:confirm_workflow_cancellation(page_id)", AUTHOR)),
    _open(f"{RULES}:explorable", get("wagtailadmin_explore(parent_page_id)", AUTHOR)),
    _open(f"{RULES}:choosable", get("wagtailadmin_choose_page_child(parent_page_id) of draft", AUTHOR)),
    _open(f"{RULES}:chosen_pages", get("wagtailadmin_choose_page_chosen_multiple of draft", AUTHOR)),
    _open(f"{RULES}:bulk", get("wagtail_bulk_action(app_label, model_name, action)", EDITOR)),
    _open(f"{RULES}:own_image", get("wagtailimages_chooser:chosen_multiple", EDITOR)),
    _open(f"{RULES}:own_document", get("wagtaildocs_chooser:chosen_multiple", EDITOR)),
    _open(f"{RULES}:central_list", get("wagtailsnippetchoosers_locations_trajectory:choose", AUTHOR)),
    _open(f"{JOINING}:own_trajectory", get("joining:detail(pk)", AUTHOR)),
    _open(f"{JOINING}:decided_by_the_core_team", post("trajectory: pass a gate", EDITOR, OWN)),
    _open(f"{JOINING}:who_has_one", get("joining:index", TRANSLATOR)),
)

WHO_GUARDS = (
    _open(f"{WHO}:UserAccess.touches", get("wagtailadmin_pages:confirm_workflow_cancellation(page_id)", EDITOR)),
    _open(f"{WHO}:UserAccess.sees", get("wagtailadmin_choose_page_chosen_multiple of draft", EDITOR)),
    _open(f"{WHO}:UserAccess.explores", get("wagtailadmin_explore(parent_page_id)", EDITOR)),
    _open(
        f"{WHO}:UserAccess.changes",
        get("wagtail_localize:submit_snippet_translation(app_label, model_name, pk)", EDITOR),
    ),
    Guard(
        f"{WHO}:UserAccess.own_pages",
        lambda self: Page.objects.all(),
        (get("wagtailadmin_choose_page_child(parent_page_id)", AUTHOR),),
    ),
    Guard(
        f"{WHO}:UserAccess.media",
        lambda self, model: model.objects.all(),
        (get("wagtailimages_chooser:chosen_multiple", EDITOR),),
    ),
    Guard(f"{WHO}:UserAccess.is_core", property(lambda self: True), (get("wagtailadmin_api:images:listing", EDITOR),)),
    Guard(f"{WHO}:UserAccess.is_admin", property(lambda self: True), (post("space: take offline", EDITOR, OWN),)),
    Guard(
        f"{WHO}:UserAccess.is_technical",
        property(lambda self: True),
        (get("wagtailadmin_workflows:task_chooser", AUTHOR),),
    ),
)

LOCALIZE_GUARDS = (
    _open(f"{LOCALIZE}:submit_page", post("translation: ask for one", TRANSLATOR)),
    _open(f"{TESTER}.can_translate", get("wagtail_localize:submit_page_translation(page_id)", AUTHOR)),
    _open(f"{LOCALIZE}:_may_receive", check(localize_gate.test_a_translation_is_not_made_below_a_page_that_has_none)),
    _open(
        f"{LOCALIZE}:_related_may_follow", check(localize_gate.test_a_translation_does_not_drag_central_objects_along)
    ),
    _open(f"{LOCALIZE}:submit_snippet", post("translation: of a central word", EDITOR)),
    _open(f"{LOCALIZE}:update", post("translation: take over changes and publish", EDITOR)),
    _open(f"{LOCALIZE}:_may_write", post("translation: take over changes and publish", TRANSLATOR, OWN)),
    _open(f"{LOCALIZE}:target", post("translation: by machine", TRANSLATOR)),
    _open(f"{LOCALIZE}:file_of_texts", get("wagtail_localize:upload_pofile(translation_id)", EDITOR, OWN)),
    _open(f"{LOCALIZE}:string", post("translation: translate a text", TRANSLATOR)),
    _open(f"{LOCALIZE}:override", post("crossed: show another's image in a translation", EDITOR, OWN)),
    _open(f"{LOCALIZE}:convert_to_alias", post("translation: follow the original again", AUTHOR, OWN)),
)

TESTER_GUARDS = (
    Guard(f"{TESTER}._kept", lambda self: None, (post("space: delete", Role.SUPERUSER),)),
    Guard(
        f"{TESTER}._kept_as_space",
        lambda self: None,
        (
            post("space: take offline", EDITOR, OWN),
            post("space: move", Role.CORE_EDITOR),
            post("bulk: unpublish the space", EDITOR, OWN),
        ),
    ),
)

HOOK_GUARDS = (
    Guard(
        f"{HOOKS}:choose_from_what_one_may_see",
        lambda pages, request: pages,
        (get("wagtailadmin_choose_page_child(parent_page_id)", EDITOR),),
    ),
    _open(f"{REFERENCES}:may_refer", post("crossed: use another's image", EDITOR, OWN)),
    Guard(
        f"{REFERENCES}:references_in_form",
        lambda form: set(),
        (check(references.test_a_form_with_a_mistake_in_it_shows_nothing_of_another),),
    ),
    Guard(
        "portal.partners.access.receivers:uses_in_form_what_is_not_theirs",
        lambda form: False,
        (check(references.test_a_form_with_a_mistake_in_it_shows_nothing_of_another),),
    ),
    Guard(
        "portal.partners.access.receivers:keep_nothing_that_is_not_theirs",
        lambda instance, raw=False, **kwargs: None,
        (check(references.nothing_of_another_is_kept),),
    ),
    Guard(
        "portal.partners.access.ids:number",
        lambda text: int(str(text).strip()),
        (check(road.the_spelled_value_of_a_field_is_refused),),
    ),
    Guard("portal.partners.access.tags:known_tags", _every_tag, (check(known.only_known_tags_are_offered),)),
    _open(f"{REFERENCES}:used_publicly", get("media(path)", Role.ANONYMOUS)),
    _open(f"{REFERENCES}:used_in_review", get("media(path)", EDITOR)),
    _open("portal.partners.access.media:may_see", get("media(path)", Role.SIGNED_IN)),
    Guard(
        "portal.partners.access.media:keep_documents_private",
        lambda document, request: None,
        (get("wagtaildocs_serve(*)", Role.ANONYMOUS),),
    ),
    Guard(f"{LISTINGS}:colleagues", _everybody, (get("wagtailadmin_explore(parent_page_id)", EDITOR, OWN),)),
    Guard(f"{LISTINGS}:own_workflows", _every_workflow, (get("own_workflows", AUTHOR),)),
    Guard(f"{LISTINGS}:own_tasks", _every_task, (get("own_workflow_tasks", AUTHOR),)),
)
