"""Who looks after a page, and what happens when somebody says that it is still right."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from portal.core.content_cache import renew
from portal.core.models.pages import PortalPage
from portal.core.models.users import AnyUser, User
from portal.partners.models import Partner
from portal.partners.people import editors_of, writers_of

STILL_RIGHT = "portal.still_right"
OTHER_KEEPER = "portal.other_keeper"


@dataclass
class Team:
    """Who works on the pages of one partner, and who looks after its space."""

    people: dict[int, User]
    editors: list[User]
    space: PortalPage | None

    def one(self, key: int | None) -> list[User]:
        """Return a person by key, if they are of this team and their account is open."""
        return [self.people[key]] if key in self.people else []


@dataclass
class Carers:
    """Says who looks after pages: whoever was named, else who keeps the space, else its editors.

    Somebody who left, or works in another space since the page moved, counts as not named. Each partner is asked about
    once.
    """

    teams: dict[int | None, Team] = field(default_factory=dict)

    def keepers(self, page: PortalPage) -> list[User]:
        """Return who looks after a page in the first place."""
        team = self._team(page)
        above = team.space.keeper_id if team.space else None
        return team.one(page.keeper_id) or team.one(above) or team.editors

    def deputies(self, page: PortalPage) -> list[User]:
        """Return who does so in their place; nobody when all editors do already."""
        team = self._team(page)
        above = team.space.deputy_id if team.space else None
        first = self.keepers(page)
        second = team.one(page.deputy_id) or team.one(above) or team.editors
        return [person for person in second if person not in first]

    def _team(self, page: PortalPage) -> Team:
        if page.partner_id not in self.teams:
            self.teams[page.partner_id] = _team_of(page.partner)
        return self.teams[page.partner_id]


def _team_of(partner: Partner | None) -> Team:
    people = {person.pk: person for person in writers_of(partner)}
    spaces = PortalPage.objects.originals().filter(is_space=True, partner=partner) if partner else None
    return Team(people, list(editors_of(partner)) or list(people.values()), spaces.first() if spaces else None)


def say_still_right(page: PortalPage, user: AnyUser) -> None:
    """Note that somebody looked today: no version is made and nothing is published anew, visitors read the new day."""
    here = PortalPage.objects.filter(Q(pk=page.pk) | Q(alias_of=page.pk))
    here.update(checked_on=timezone.localdate())
    log(instance=page.specific, action=STILL_RIGHT, user=user)
    renew()


def give_to(page: PortalPage, people: dict[str, Any], user: AnyUser) -> None:
    """Note who looks after a page: `keeper` and `deputy`, each a person or None."""
    PortalPage.objects.filter(pk=page.pk).update(**people)
    log(instance=page.specific, action=OTHER_KEEPER, user=user)
