"""The rights table: who may do what with whose content.

Everything rests on this one table: the groups are made from it (`portal.partners.provision`), the page
"Who may do what" is drawn from it, and the tests walk through it. `own` is what stands in the space of
your partner (for the core team: what has no partner), `other` what stands in another partner's space,
`shared` what the core team keeps for everyone.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What somebody is to the portal. The order is the order of the columns of the table."""

    ANONYMOUS = "anonymous", _("visitor")
    SIGNED_IN = "signed-in", _("signed in, no role")
    AUTHOR = "author", _("author")
    EDITOR = "editor", _("editor")
    TRANSLATOR = "translator", _("translator")
    JOINING = "joining", _("editor without formal agreement")
    CORE_EDITOR = "core-editor", _("core editor")
    CORE_ADMIN = "core-admin", _("core administrator")
    SUPERUSER = "superuser", _("technical administrator")
    DEACTIVATED = "deactivated", _("deactivated account")


class Subject(models.TextChoices):
    """What an action is done with."""

    PAGE = "page", _("Page in Dutch")
    TRANSLATION = "translation", _("Page in another language")
    SPACE = "space", _("The space itself")
    MEDIA = "media", _("Image or document")
    TRAJECTORY = "trajectory", _("Trajectory of joining")
    CENTRAL = "central", _("Central lists: words, figures, groups, school year")
    PARTNER = "partner", _("Partner and accounts")
    HOUSE = "house", _("Technical settings")


class Whose(StrEnum):
    """In whose space something stands, seen from the person who acts."""

    OWN = "own"
    OTHER = "other"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Right:
    """One row: an action on a subject, and the roles that may do it per column.

    `codenames` are the Wagtail or Django permissions that carry the right; a row without them follows
    from the other rows or is guarded in `portal.partners.access`.
    """

    subject: Subject
    action: str
    own: frozenset[Role]
    other: frozenset[Role] = frozenset()
    shared: frozenset[Role] = frozenset()
    codenames: tuple[str, ...] = ()

    def roles(self, whose: Whose) -> frozenset[Role]:
        """Return the roles that may do this with content of `whose`."""
        return frozenset(getattr(self, whose))

    @property
    def label(self) -> str:
        """The action in words."""
        return str(ACTIONS[self.action])


ACTIONS = {
    "read": _("read what is published"),
    "see": _("see drafts, history and use"),
    "add": _("make"),
    "change": _("change and submit"),
    "check": _("say that it is still right, and who keeps it so"),
    "publish": _("publish, schedule, take offline"),
    "lock": _("lock and unlock"),
    "delete-draft": _("delete a draft"),
    "delete": _("delete what is published"),
    "move": _("move within the space"),
    "choose": _("use in a page"),
    "decide": _("give, move, archive"),
    "write-down": _("write down what is done"),
    "invite": _("invite people and give roles"),
}

EVERYONE = frozenset(Role)
TECHNICAL = frozenset({Role.SUPERUSER})
ADMINS = TECHNICAL | {Role.CORE_ADMIN}
CORE = ADMINS | {Role.CORE_EDITOR}
WRITERS = CORE | {Role.AUTHOR, Role.EDITOR, Role.JOINING}
TRANSLATORS = WRITERS | {Role.TRANSLATOR}
PUBLISHERS = CORE | {Role.EDITOR}

RIGHTS: tuple[Right, ...] = (
    Right(Subject.PAGE, "read", EVERYONE, EVERYONE, EVERYONE),
    Right(Subject.PAGE, "see", TRANSLATORS, CORE, CORE),
    Right(Subject.PAGE, "add", WRITERS, CORE, CORE, ("add_page",)),
    Right(Subject.PAGE, "change", WRITERS, CORE, CORE, ("change_page",)),
    Right(Subject.PAGE, "check", WRITERS, CORE, CORE),
    Right(Subject.PAGE, "publish", PUBLISHERS, CORE, CORE, ("publish_page",)),
    Right(Subject.PAGE, "lock", PUBLISHERS, CORE, CORE, ("lock_page", "unlock_page")),
    Right(Subject.PAGE, "delete-draft", WRITERS, CORE, CORE),
    Right(Subject.PAGE, "delete", PUBLISHERS, CORE, CORE),
    Right(Subject.PAGE, "move", WRITERS, CORE, CORE),
    Right(Subject.TRANSLATION, "see", TRANSLATORS, CORE, CORE),
    Right(Subject.TRANSLATION, "add", TRANSLATORS, CORE, CORE, ("add_page",)),
    Right(Subject.TRANSLATION, "change", TRANSLATORS, CORE, CORE, ("change_page",)),
    Right(Subject.TRANSLATION, "delete-draft", TRANSLATORS, CORE, CORE),
    Right(Subject.TRANSLATION, "publish", PUBLISHERS, CORE, CORE, ("publish_page",)),
    Right(Subject.TRANSLATION, "lock", PUBLISHERS, CORE, CORE, ("lock_page", "unlock_page")),
    Right(Subject.SPACE, "change", WRITERS, CORE, CORE),
    Right(Subject.SPACE, "publish", PUBLISHERS, CORE, CORE),
    Right(Subject.SPACE, "decide", ADMINS, ADMINS, ADMINS),
    Right(Subject.MEDIA, "choose", TRANSLATORS, CORE, TRANSLATORS, ("choose_image", "choose_document")),
    Right(Subject.MEDIA, "add", WRITERS, CORE, CORE, ("add_image", "add_document")),
    Right(Subject.MEDIA, "change", WRITERS, CORE, CORE, ("change_image", "change_document")),
    Right(Subject.TRAJECTORY, "see", WRITERS, CORE, CORE),
    Right(Subject.TRAJECTORY, "write-down", WRITERS, CORE, CORE),
    Right(Subject.TRAJECTORY, "change", CORE, CORE, CORE),
    Right(Subject.CENTRAL, "choose", CORE, CORE, TRANSLATORS),
    Right(Subject.CENTRAL, "change", CORE, CORE, CORE, ("add", "change", "delete")),
    Right(Subject.PARTNER, "change", ADMINS, ADMINS, ADMINS, ("portal.add_partner", "portal.change_partner")),
    Right(Subject.PARTNER, "invite", ADMINS, ADMINS, ADMINS),
    Right(Subject.HOUSE, "change", TECHNICAL, TECHNICAL, TECHNICAL),
)


def may(role: Role, action: str, subject: Subject, whose: Whose = Whose.OWN) -> bool:
    """Say whether the table allows it; raises LookupError for a row that does not exist."""
    for right in RIGHTS:
        if right.subject == subject and right.action == action:
            return role in right.roles(whose)
    raise LookupError(f"the rights table has no row for {action} {subject}")


def codenames(role: Role, subject: Subject, whose: Whose = Whose.OWN) -> frozenset[str]:
    """Return the permissions that carry a role's rights on a subject."""
    rows = [right for right in RIGHTS if right.subject == subject and role in right.roles(whose)]
    return frozenset(codename for right in rows for codename in right.codenames)
