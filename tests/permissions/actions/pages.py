"""What can be done with a page, one at a time."""

from typing import Any

from tests.permissions.actions.base import Action, Data, at, has, plain, same, task_of
from tests.permissions.addresses import session_of
from tests.permissions.bridge import outcome_of, proposed_of


def page_actions() -> list[Action]:
    """Return what can be done with pages."""
    page = "wagtailadmin_pages"
    new = {"body-count": "0", "title": "Nieuw", "slug": "nieuw", "action-publish": "1"}
    add = at(f"{page}:add", "home", "standardpage", has("space"))
    return [
        edit("page: save a draft", "published", title="Anders"),
        edit("page: publish", "published", title="Anders", **{"action-publish": "1"}),
        edit("page: submit", "draft", **{"action-submit": "1"}),
        edit("page: cancel the workflow", "review", **{"action-cancel-workflow": "1"}),
        edit("page: restart the workflow", "review", **{"action-restart-workflow": "1"}),
        edit("page: approve in the editor", "review", **_workflow_action("approve")),
        edit("page: change a page in review", "review", title="Anders"),
        Action(
            "page: autosave",
            at(f"{page}:edit", has("published")),
            at(f"{page}:edit", has("published")),
            lambda bundle: {"body-count": "0", "title": "Vanzelf"},
            headers={"accept": "application/json"},
        ),
        edit("space: publish", "space", title="Andere ruimte", **{"action-publish": "1"}),
        Action("page: make a draft", add, add, lambda bundle: {"body-count": "0", "title": "Nieuw", "slug": "nieuw"}),
        Action("page: make and publish", add, add, lambda bundle: new),
        same("page: delete a draft", f"{page}:delete", has("draft")),
        same("page: delete a published page", f"{page}:delete", has("public")),
        same("space: delete", f"{page}:delete", has("space")),
        same("page: take offline", f"{page}:unpublish", has("public")),
        same("space: take offline", f"{page}:unpublish", has("space")),
        plain("page: lock", f"{page}:lock", has("published")),
        plain("page: unlock", f"{page}:unlock", has("locked")),
        plain("page: say that it is still right", "still_right", has("published")),
        plain("page: name who keeps it right", "page_keepers", has("published"), keeper="", deputy=""),
        plain(
            "lab: say that a session is full",
            "lab_session_full",
            lambda bundle: bundle.drafts.get("labpage", bundle.draft).pk,
            session_of,
            answer="vol",
        ),
        plain("outcome: confirm what a school proposes", "link_proposal", outcome_of, proposed_of, answer="telt"),
        plain("outcome: decline what a school proposes", "link_proposal", outcome_of, proposed_of, word="Nee"),
        plain("school year: copy one's labs", "school_year_rollover_of", has("space"), action="copy"),
        plain("school year: undo the copies of one's labs", "school_year_rollover_of", has("space"), action="undo"),
        plain("school year: copy the labs", "school_year_rollover", action="copy"),
        plain("school year: undo the copies", "school_year_rollover", action="undo"),
        plain("school year: accept the next one", "school_year_rollover", action="accept"),
        plain("page: set the order", f"{page}:set_page_position", has("draft")),
        plain("page: move below another", f"{page}:move_confirm", has("draft"), has("published")),
        plain("page: choose where to move", f"{page}:move", has("draft"), new_parent_page=""),
        plain("space: move", f"{page}:move_confirm", has("space"), lambda bundle: bundle.space.get_parent().pk),
        _copy("page: copy", "public"),
        _copy("page: copy and publish", "public", publish_copies="on"),
        _copy("page: copy as alias", "public", alias="on"),
        same("page: make an alias a page", f"{page}:convert_alias", has("alias")),
        plain("page: make it private", f"{page}:set_privacy", has("public"), restriction_type="login"),
        plain("page: make it public", f"{page}:set_privacy", has("restricted"), restriction_type="none"),
        same("page: unschedule", f"{page}:revisions_unschedule", has("planned"), has("planned", "latest_revision")),
        *[
            plain(f"page: {word} in its queue", f"{page}:workflow_action", has("review"), word, task_of, comment="Goed")
            for word in ("approve", "reject")
        ],
        plain(
            "page: hand over an answer in the queue",
            f"{page}:collect_workflow_action_data",
            has("review"),
            "reject",
            task_of,
            comment="Nee",
        ),
        Action(
            "page: go back to an earlier version",
            at(f"{page}:edit", has("published")),
            at(f"{page}:revisions_revert", has("published"), has("published", "latest_revision")),
            lambda bundle: {"body-count": "0"},
        ),
        Action(
            "page: preview",
            at(f"{page}:preview_on_edit", has("published")),
            at(f"{page}:edit", has("published")),
            lambda bundle: {"body-count": "0", "title": "Voorproef"},
        ),
    ]


def _workflow_action(word: str) -> Data:
    return {"action-workflow-action": "1", "workflow-action-name": word, "workflow-action-extra-data": "{}"}


def edit(name: str, attribute: str, **changes: Any) -> Action:
    where = at("wagtailadmin_pages:edit", has(attribute))
    return Action(name, where, where, lambda bundle: {"body-count": "0", **changes})


def _copy(name: str, attribute: str, **changes: Any) -> Action:
    where = at("wagtailadmin_pages:copy", has(attribute))
    return Action(
        name,
        where,
        where,
        lambda bundle: {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": bundle.space.pk, **changes},
    )
