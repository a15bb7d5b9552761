"""Which sessions of the offer somebody follows, and which they may still choose. Nothing of it is kept."""

from collections.abc import Collection
from dataclasses import dataclass

from curriculum.groups.route import Answer
from curriculum.labs.offer import OfferedSession


@dataclass(frozen=True, slots=True)
class Following:
    """An answer of the route finder, if there is one, and the labs that were chosen, by their fixed keys."""

    answer: Answer | None
    chosen: Collection[str] = ()

    def is_for(self, session: OfferedSession) -> bool:
        """Whether a session is for the group, or for everybody at the location.

        Who has no group may choose from what is given at the location, but does not follow what is fixed for others.
        """
        answer, groups = self.answer, session.lab.groups
        if answer is None:
            return False
        if answer.group is not None and any(group.slug == answer.group.slug for group in groups):
            return self._is_in_reach(session)
        if answer.location is None or not session.is_at(answer.location):
            return False
        return not groups or (answer.group is None and session.lab.facts.is_free_choice)

    def follows(self, session: OfferedSession) -> bool:
        """Whether somebody goes there: the lab was chosen, or the group follows it together."""
        if session.lab.key in self.chosen:
            return self._is_in_reach(session)
        return not session.lab.facts.is_free_choice and self.is_for(session)

    def may_choose(self, session: OfferedSession) -> bool:
        """Whether somebody can choose its lab and go there, and has not."""
        lab = session.lab
        if session.is_cancelled or session.is_over or session.row.is_full:
            return False
        return lab.facts.is_free_choice and lab.key not in self.chosen and self.is_for(session)

    def _is_in_reach(self, session: OfferedSession) -> bool:
        """Whether it is where people of the group come."""
        return comes_to(self.answer, {place.content_key for place in session.places})


def comes_to(answer: Answer | None, places: Collection[str]) -> bool:
    """Whether who has this answer comes to one of these locations; what nobody said shuts nothing out."""
    reach = answer.reach if answer else frozenset()
    return not reach or not places or not reach.isdisjoint(places)
