"""What is done less often: passwords on pages, times, other languages, comments, one's own account, visitors' forms."""

from collections.abc import Callable
from typing import Any

from tests.permissions.actions.base import Action, Bundle, Data, asked, at, has, plain, same


def rare_page_actions() -> list[Action]:
    """Return what is done less often with pages."""
    page = "wagtailadmin_pages"
    edit, add = at(f"{page}:edit", has("published")), at(f"{page}:add", "home", "standardpage", has("space"))
    away = at(f"{page}:edit", has("space"))
    new = {"body-count": "0", "title": "Nieuw", "slug": "nieuw"}
    return [
        Action("page: publish later", edit, edit, lambda bundle: {**LATER, "body-count": "0", "action-publish": "1"}),
        Action(
            "page: preview a new one", at(f"{page}:preview_on_add", "home", "standardpage", has("space")), add, _new
        ),
        Action("page: make a lab", *_twice(f"{page}:add", "curriculum", "labpage"), data=lambda bundle: new),
        Action(
            "page: make a story",
            *_twice(f"{page}:add", "news", "storypage"),
            data=lambda bundle: {**new, "sector_from": "vo", "sector_to": "po"},
        ),
        plain("page: make it private with a password", f"{page}:set_privacy", has("public"), **PASSWORD),
        plain("page: move into another language", f"{page}:move_confirm", has("draft"), _translated_space),
        Action(
            "page: comment", edit, edit, lambda bundle: _comments(bundle, {"text": "Kijk hier", "contentpath": "title"})
        ),
        Action(
            "page: answer a comment",
            edit,
            edit,
            lambda bundle: _comments(bundle, {"id": bundle.comment.pk, "text": "Ja", "contentpath": "title"}),
        ),
        same("page: take offline with all below", f"{page}:unpublish", has("public"), include_descendants="on"),
        plain("page: delete and lead visitors on", f"{page}:delete", has("public"), visitors="above"),
        plain(
            "page: take offline and lead visitors on",
            f"{page}:unpublish",
            has("public"),
            visitors="page",
            visitors_page=has("space"),
        ),
        plain(
            "crossed: lead visitors to another's draft",
            f"{page}:unpublish",
            has("public"),
            visitors="page",
            visitors_page=has("theirs", "draft"),
        ),
        Action(
            "space: give to another partner",
            away,
            away,
            lambda bundle: {"body-count": "0", "represents": bundle.theirs.partner.pk, "action-publish": "1"},
        ),
        Action(
            "crossed: change another's comment",
            edit,
            edit,
            lambda bundle: _comments(bundle, {"id": bundle.theirs.comment.pk, "text": "Weg", "contentpath": "title"}),
        ),
        Action(
            "crossed: remove another's comment",
            edit,
            edit,
            lambda bundle: _comments(
                bundle, {"id": bundle.theirs.comment.pk, "text": "Weg", "contentpath": "title", "DELETE": "on"}
            ),
        ),
        plain(
            "crossed: unschedule another's page",
            f"{page}:revisions_unschedule",
            has("planned"),
            has("theirs", "planned", "latest_revision"),
        ),
        plain("crossed: order another's page", f"{page}:set_page_position", has("theirs", "draft")),
    ]


LATER = {"go_live_at": "2030-01-01 10:00", "expire_at": ""}
PASSWORD = {"restriction_type": "password", "password": "geheim"}


def _new(bundle: Bundle) -> Data:
    return {"body-count": "0", "title": "Voorproef", "slug": "voorproef"}


def _twice(view: str, app: str, model: str) -> tuple[Callable[[Bundle], str], Callable[[Bundle], str]]:
    """Return the address of a form as where it is sent and where it is read; the core team has no labs of its own."""
    core = at(view, "home", "standardpage", has("space"))
    own = at(view, app, model, has("space"))

    def where(bundle: Bundle) -> str:
        return own(bundle) if bundle.partner else core(bundle)

    return where, where


def _translated_space(bundle: Bundle) -> int:
    return int(bundle.space.get_translations().first().pk)


def _comments(bundle: Bundle, fields: dict[str, Any]) -> Data:
    """The rows of comments of an edit form: only this one."""
    row = {"id": "", "text": "", "DELETE": "", "resolved": "", "position": "", **fields}
    rows = {f"comments-0-{name}": value for name, value in row.items()}
    replies = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
    counts = {**replies, "TOTAL_FORMS": "1", "INITIAL_FORMS": "1" if fields.get("id") else "0"}
    return {
        "body-count": "0",
        **rows,
        **{f"comments-{name}": value for name, value in counts.items()},
        **{f"comments-0-replies-{name}": value for name, value in replies.items()},
    }


def rare_bulk_actions() -> list[Action]:
    """Return what is done with many at once that are no ordinary pages, or that belong to different owners."""

    def many(name: str, app: str, model: str, word: str, which: Callable[[Bundle], Any], **data: Any) -> Action:
        where = asked(at("wagtail_bulk_action", app, model, word), lambda bundle: f"id={which(bundle)}&next=/admin/")
        return Action(name, where, None, lambda bundle: dict(data))

    def both(bundle: Bundle) -> str:
        return f"{bundle.draft.pk}&id={bundle.theirs.draft.pk}"

    user = has("user")
    return [
        many("bulk: publish the space", "wagtailcore", "page", "publish", has("space")),
        many("bulk: unpublish the space", "wagtailcore", "page", "unpublish", has("space")),
        many("bulk: delete the space", "wagtailcore", "page", "delete", has("space")),
        many("crossed: publish another's page with one's own", "wagtailcore", "page", "publish", both),
        many("crossed: delete another's page with one's own", "wagtailcore", "page", "delete", both),
        many("bulk: delete all images", "portal", "portalimage", "delete", lambda bundle: "all"),
        many("bulk: delete all documents", "portal", "portaldocument", "delete", lambda bundle: "all"),
        many("bulk: deactivate an account", "portal", "user", "set_active_state", user, mark_as_active="False"),
        many("bulk: delete an account", "portal", "user", "delete", user),
        Action(
            "bulk: give an account a role",
            asked(
                at("wagtail_bulk_action", "portal", "user", "assign_role"),
                lambda bundle: f"id={user(bundle)}&next=/admin/",
            ),
            None,
            lambda bundle: {"role": bundle.core.group.pk},
        ),
        many("bulk: delete a figure", "home", "figure", "delete", lambda bundle: bundle.core.snippets["figure"].pk),
        many(
            "bulk: delete a trajectory",
            "locations",
            "trajectory",
            "delete",
            lambda bundle: (bundle.trajectory or bundle.theirs.trajectory).pk,
        ),
        many(
            "bulk: delete a partner",
            "portal",
            "partner",
            "delete",
            lambda bundle: (bundle.partner or bundle.theirs.partner).pk,
        ),
    ]


def personal_actions() -> list[Action]:
    """Return what people do with their own account, and what visitors can send."""
    account = at("wagtailadmin_account")
    return [
        Action(
            "account of oneself: change the name",
            account,
            None,
            lambda bundle: {
                "name_email-first_name": "Ander",
                "name_email-last_name": "Mens",
                "name_email-email": "ander@example.org",
                "theme-theme": "light",
                "theme-density": "default",
                "theme-contrast": "system",
                "locale-preferred_language": "nl",
                "locale-current_time_zone": "Europe/Amsterdam",
            },
        ),
        Action(
            "account of oneself: put a notice away",
            at("wagtailadmin_dismissibles"),
            None,
            lambda bundle: {"nieuws": True},
            "patch",
            "application/json",
        ),
        plain("account of oneself: sign out", "wagtailadmin_logout"),
        Action(
            "sign in: as somebody, with a wrong password",
            at("wagtailadmin_login"),
            None,
            lambda bundle: {"username": bundle.user.email, "password": "verkeerd"},
        ),
        Action(
            "sign in: ask for a new password of somebody",
            at("wagtailadmin_password_reset"),
            None,
            lambda bundle: {"email": bundle.user.email},
        ),
        plain(
            "visitor: guess the password of a page",
            "wagtailcore_authenticate_with_password",
            has("restriction"),
            has("restricted"),
            password="x",
            return_url="/nl/",
        ),
        plain(
            "visitor: guess the password of a document",
            "wagtaildocs_authenticate_with_password",
            has("restriction"),
            password="x",
            return_url="/nl/",
        ),
        plain("visitor: send something to search", "search", q="kanarie"),
        plain("visitor: send something to the sitemap", "sitemap", q="kanarie"),
        plain("visitor: ask a question where nobody answers", "contact_ask", "nergens", name="kanarie"),
        Action(
            "visitor: send something to a page",
            lambda bundle: bundle.public.get_url(),
            None,
            lambda bundle: {"title": "Anders"},
        ),
        Action(
            "visitor: put something in the place of a file", lambda bundle: bundle.image.file.url, None, method="put"
        ),
        Action("visitor: delete a file", lambda bundle: bundle.image.file.url, None, method="delete"),
    ]


def rare_house_actions() -> list[Action]:
    """Return more of what only people with technical rights do."""
    return [
        plain(
            "site: change",
            "wagtailsites:edit",
            1,
            hostname="x.example",
            port="80",
            site_name="x",
            root_page=has("space"),
        ),
        plain("locale: change", "wagtaillocales:edit", has("space", "locale"), language_code="en"),
        Action(
            "task: make while choosing",
            asked(at("wagtailadmin_workflows:task_chooser_create"), lambda bundle: "create_model=portal.reviewtask"),
            None,
            lambda bundle: {"create-task-name": "Nieuw", "create-task-groups": has("group")(bundle)},
        ),
    ]
