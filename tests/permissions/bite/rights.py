"""Guards in what partners are given, in forms and pages, in settings, and in Wagtail and Django themselves."""

from typing import Any

from django.db.models import Exists
from wagtail.admin.panels import FieldPanel
from wagtail.models import Collection, Page, PageViewRestriction

from portal.core.models.users import User
from portal.partners.provision import provision
from portal.partners.rights import Role, Whose
from tests.permissions import test_canaries as canaries
from tests.permissions import test_mails as mails
from tests.permissions import test_media as media
from tests.permissions.bite.base import Cell, Guard, check, get, post
from tests.permissions.world import World

AUTHOR, EDITOR, TRANSLATOR, JOINING = Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR, Role.JOINING
OWN = Whose.OWN
OPTIONS = FieldPanel.get_form_options
POLICIES = "wagtail.permission_policies.collections"
PROVISION, PAGES = "portal.partners.provision", "portal.core.models.pages"


def _wagtail(name: str, *cells: Cell) -> Guard:
    return Guard(f"wagtail.models:PagePermissionTester.{name}", lambda self, *args, **kwargs: True, cells)


WAGTAIL_GUARDS = (
    _wagtail("can_publish", post("page: publish", AUTHOR, OWN)),
    _wagtail("can_publish_subpage", post("page: make and publish", JOINING, OWN)),
    _wagtail("can_delete", post("page: delete a published page", AUTHOR, OWN)),
    _wagtail("can_unpublish", post("page: take offline", AUTHOR, OWN)),
    _wagtail("can_lock", post("page: lock", AUTHOR, OWN)),
    _wagtail("can_unlock", post("page: unlock", AUTHOR, OWN)),
    _wagtail("can_reorder_children", post("page: set the order", AUTHOR, OWN)),
    _wagtail("can_set_view_restrictions", post("page: make it private", JOINING, OWN)),
    _wagtail("can_unschedule", post("page: unschedule", AUTHOR, OWN)),
    _wagtail("can_move_to", post("bulk: move everything below a page", AUTHOR, OWN)),
    _wagtail("can_copy_to", post("crossed: copy to another's space", EDITOR, OWN)),
    Guard(
        "wagtail.models:GroupApprovalTask._user_in_groups",
        lambda self, user: True,
        (post("page: approve in its queue", AUTHOR, OWN), post("page: approve in its queue", EDITOR)),
    ),
    Guard(
        f"{POLICIES}:CollectionPermissionLookupMixin._check_perm",
        lambda self, user, actions, collection=None: True,
        (post("image: change", TRANSLATOR, OWN),),
    ),
    Guard(
        f"{POLICIES}:CollectionOwnershipPermissionPolicy.collections_user_has_permission_for",
        lambda self, user, action: Collection.objects.all(),
        (post("crossed: upload into another's collection", EDITOR, OWN),),
    ),
    Guard(
        "django.contrib.auth.backends:ModelBackend.get_user",
        lambda self, user_id: User.objects.get(pk=user_id),
        (get("wagtail_serve(*) of restricted", Role.DEACTIVATED),),
    ),
)


def _rights_again(world: World) -> None:
    for letter in "aj":
        provision(world.partners[letter])


def _every_codename(role: Role, subject: Any, whose: Whose = Whose.OWN) -> frozenset[str]:
    if subject.value in ("partner", "central"):
        return frozenset()
    words = {"media": "add_image change_image choose_image add_document change_document choose_document"}
    return frozenset(words.get(subject.value, "add_page change_page publish_page lock_page unlock_page").split())


PARTNER_GUARDS = (
    Guard(
        f"{PROVISION}:codenames",
        _every_codename,
        (post("page: publish", AUTHOR, OWN), post("image: change", TRANSLATOR, OWN)),
        again=_rights_again,
    ),
    Guard(
        f"{PROVISION}:role_in",
        lambda partner, field: Role.EDITOR,
        (post("page: publish", JOINING, OWN),),
        again=_rights_again,
    ),
    Guard(
        f"{PROVISION}:reviewers",
        lambda partner: partner.authors,
        (post("page: approve in its queue", AUTHOR, OWN),),
        again=_rights_again,
    ),
    Guard(
        "wagtail.admin.panels:FieldPanel.get_form_options",
        lambda self: {name: value for name, value in OPTIONS(self).items() if name != "field_permissions"},
        (post("space: give to another partner", EDITOR, OWN),),
    ),
)

PAGE_GUARDS = (
    Guard(
        "portal.core.models.querysets:PortalPageQuerySet.public",
        lambda self: self,
        (
            get("untranslated(page_id) of restricted", Role.ANONYMOUS),
            check(canaries.test_the_sitemap_and_the_calendar_name_nothing_that_visitors_may_not_open),
        ),
    ),
    Guard(
        f"{PAGES}:PortalPage.get_view_restrictions",
        lambda self: PageViewRestriction.objects.none(),
        (get("wagtail_serve(*) of restricted", Role.ANONYMOUS),),
    ),
    Guard(
        f"{PAGES}:PortalPage._keep_new_title_in_the_draft",
        lambda self, kwargs: None,
        (check(canaries.test_a_new_draft_does_not_rename_a_page_for_others),),
    ),
    Guard(
        "search.models.documents:hidden_by_restriction",
        lambda path: Exists(PageViewRestriction.objects.none()),
        (check(canaries.test_search_documents_hold_only_what_visitors_read),),
    ),
    Guard(
        "search.models.documents:public_pages",
        lambda: Page.objects.exclude(depth=1),
        (check(canaries.test_search_documents_hold_only_what_visitors_read),),
    ),
    Guard(
        "search.files.library:linked",
        lambda ids: set(ids),
        (check(canaries.test_search_documents_hold_only_what_visitors_read),),
    ),
    Guard(
        "portal.partners.access.media:AGAIN",
        "max-age=600",
        (check(media.test_a_copy_kept_by_a_browser_is_asked_about_again),),
    ),
)

SETTING_GUARDS = (
    Guard(
        "settings:WAGTAIL_PRIVATE_PAGE_OPTIONS",
        {"SHARED_PASSWORD": True},
        (post("page: make it private with a password", EDITOR, OWN),),
    ),
    Guard(
        "settings:WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE",
        True,
        (post("translation: ask for a whole space", AUTHOR, OWN),),
    ),
    Guard(
        "settings:WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS",
        True,
        (check(mails.test_a_submitted_page_is_told_to_the_reviewers_of_its_partner_only),),
    ),
)
