"""What only people with technical rights do, and what leaves a trace of being there."""

from tests.permissions.actions.base import Action, Bundle, Data, at, has, plain
from tests.permissions.actions.central import CHANGED, NEW


def house_actions() -> list[Action]:
    """Return what only people with technical rights do."""
    return [
        Action(
            "collection: make",
            at("wagtailadmin_collections:add"),
            at("wagtailadmin_collections:add"),
            lambda bundle: {"name": "Nieuw", "parent": 1},
        ),
        Action(
            "collection: change",
            at("wagtailadmin_collections:edit", has("collection")),
            at("wagtailadmin_collections:edit", has("collection")),
            lambda bundle: {"name": "Anders"},
        ),
        plain("collection: delete", "wagtailadmin_collections:delete", has("collection")),
        plain(
            "collection: make private",
            "wagtailadmin_collections:set_privacy",
            has("collection"),
            restriction_type="login",
        ),
        Action(
            "workflow: make", at("wagtailadmin_workflows:add"), at("wagtailadmin_workflows:add"), lambda bundle: NEW
        ),
        Action(
            "workflow: change",
            at("wagtailadmin_workflows:edit", has("workflow")),
            at("wagtailadmin_workflows:edit", has("workflow")),
            lambda bundle: CHANGED,
        ),
        plain("workflow: disable", "wagtailadmin_workflows:disable", has("workflow")),
        plain("workflow: enable", "wagtailadmin_workflows:enable", has("workflow")),
        plain("workflow: take from a page", "wagtailadmin_workflows:remove", has("space"), has("workflow")),
        Action(
            "task: make",
            at("wagtailadmin_workflows:add_task", "wagtailcore", "groupapprovaltask"),
            None,
            lambda bundle: {"name": "Nieuw", "groups": bundle.group.pk},
        ),
        Action(
            "task: change",
            at("wagtailadmin_workflows:edit_task", _step),
            None,
            lambda bundle: {"name": "Anders", "groups": bundle.group.pk},
        ),
        plain("task: disable", "wagtailadmin_workflows:disable_task", _step),
        plain("task: enable", "wagtailadmin_workflows:enable_task", _step),
        Action("account: make", at("wagtailusers_users:add"), None, lambda bundle: _account("nieuw@example.org")),
        Action(
            "account: change",
            at("wagtailusers_users:edit", has("user")),
            at("wagtailusers_users:edit", has("user")),
            lambda bundle: {"first_name": "Ander", "last_name": "Mens", "is_superuser": "on"},
        ),
        plain("account: delete", "wagtailusers_users:delete", has("user")),
        Action("group: make", at("wagtailusers_groups:add"), at("wagtailusers_groups:add"), lambda bundle: NEW),
        Action(
            "group: change",
            at("wagtailusers_groups:edit", has("group")),
            at("wagtailusers_groups:edit", has("group")),
            lambda bundle: {"name": "Anders"},
        ),
        plain("group: delete", "wagtailusers_groups:delete", has("group")),
        Action(
            "redirect: make",
            at("wagtailredirects:add"),
            None,
            lambda bundle: {"old_path": "/nieuw", "redirect_page": bundle.space.pk, "is_permanent": "on"},
        ),
        Action(
            "redirect: change",
            at("wagtailredirects:edit", _redirect),
            None,
            lambda bundle: {"old_path": "/anders", "redirect_page": bundle.space.pk},
        ),
        plain("redirect: delete", "wagtailredirects:delete", _redirect),
        Action(
            "site: make",
            at("wagtailsites:add"),
            None,
            lambda bundle: {"hostname": "x.example", "port": "80", "site_name": "x", "root_page": bundle.space.pk},
        ),
        plain("site: delete", "wagtailsites:delete", 1),
        plain("locale: make", "wagtaillocales:add", language_code="en"),
        plain("locale: delete", "wagtaillocales:delete", has("space", "locale")),
        Action(
            "search pick: make",
            at("wagtailsearchpromotions:add"),
            at("wagtailsearchpromotions:add"),
            lambda bundle: {"query_string": "labs"},
        ),
    ]


def _account(address: str) -> Data:
    return {
        "email": address,
        "first_name": "Nieuw",
        "last_name": "Mens",
        "password1": "een-heel-lang-woord",
        "password2": "een-heel-lang-woord",
    }


def _step(bundle: Bundle) -> int:
    return int(bundle.workflow.workflow_tasks.first().task_id)


def _redirect(bundle: Bundle) -> int:
    from wagtail.contrib.redirects.models import Redirect

    return int(Redirect.objects.values_list("pk", flat=True)[0])


def session_actions() -> list[Action]:
    """Return what leaves traces of somebody's own work only."""
    return [
        plain(
            "session: tell that a page is open",
            "wagtailadmin_editing_sessions:ping",
            "home",
            "standardpage",
            has("published"),
            has("session"),
        ),
        plain("session: close that of another", "wagtailadmin_editing_sessions:release", has("session")),
    ]
