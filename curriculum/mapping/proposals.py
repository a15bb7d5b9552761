"""Links that a school proposes from the form of its lab, and what the institute said of them.

The wish is a row of the lab (`LabOutcome`): it is drafted, published and copied with it. Whether the lab counts is a
row of the outcome (`OutcomeLab`) and nothing else. Only a refusal is kept here, beside the pages, so that no draft,
copy or earlier version undoes or repeats it. How a proposal stands follows from these three.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from curriculum.labs.rows import LabOutcome, lab_pages
from curriculum.mapping.rows import OutcomeLab, outcome_pages

if TYPE_CHECKING:
    from curriculum.labs.models import LabPage
    from curriculum.mapping.querysets import OutcomeQuerySet
    from curriculum.models.outcome import OutcomePage

CONFIRM = "telt"
"""The answer that takes no word."""


class DeclinedLink(models.Model):
    """That an institute does not count a lab which a school proposed, and why."""

    outcome = models.ForeignKey("curriculum.OutcomePage", on_delete=models.CASCADE, related_name="declined_links")
    lab = models.ForeignKey("curriculum.LabPage", on_delete=models.CASCADE, related_name="declined_links")
    word = models.TextField(_("why not"), max_length=300, help_text=_("The school reads this on the form of its lab."))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("declined link")
        verbose_name_plural = _("declined links")
        constraints = [models.UniqueConstraint(fields=["outcome", "lab"], name="declined_once")]

    def __str__(self) -> str:
        return self.word


class ProposalState(models.TextChoices):
    """How a proposal stands, as the school reads it."""

    DRAFT = "concept", _("not sent yet: the institute sees it once the lab is on the site like this")
    WAITING = "wacht", _("proposed: the institute has not answered yet")
    CONFIRMED = "telt", _("confirmed: the lab counts")
    DECLINED = "afgewezen", _("declined")
    OFFLINE = "weg", _("this outcome is not on the site now")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A lab, an outcome it may count for, and how that stands."""

    lab: "LabPage"
    outcome: "OutcomePage"
    state: ProposalState
    word: str = ""
    """Why the institute declined."""

    @property
    def is_declined(self) -> bool:
        """Whether the institute said no."""
        return self.state is ProposalState.DECLINED

    @property
    def is_readable(self) -> bool:
        """Whether a visitor can read the outcome, so that its name may be told."""
        return self.state is not ProposalState.OFFLINE


def proposals_to(outcomes: "OutcomeQuerySet") -> list[Proposal]:
    """Return what schools propose for public outcomes and does not count, by outcome; three queries for any number."""
    asked = outcomes.read().order_by()
    rows = _sent().filter(outcome__translation_key__in=asked.values("translation_key"))
    key, lab_key = OuterRef("outcome__translation_key"), OuterRef("page__translation_key")
    links = OutcomeLab.objects.filter(page__in=asked.values("pk"), page__translation_key=key)
    declined = DeclinedLink.objects.filter(lab=OuterRef("page"), outcome__translation_key=key)
    open_rows = rows.exclude(Exists(links.filter(lab__translation_key=lab_key))).annotate(
        word=Subquery(declined.values("word")[:1])
    )
    found = dict.fromkeys(
        open_rows.order_by("outcome__path", "page__path").values_list("page", "outcome__translation_key", "word")
    )
    labs = lab_pages().select_related("partner").in_bulk([lab for lab, _outcome, _word in found])
    known = {page.translation_key: page for page in asked.filter(translation_key__in=[row[1] for row in found])}
    return [Proposal(labs[lab], known[outcome], _state(False, word), word or "") for lab, outcome, word in found]


def proposals_of(lab: "LabPage") -> list[Proposal]:
    """Return what the form of a lab proposes, in its order, each outcome once; five queries for any number."""
    rows: Any = lab
    named = outcome_pages().in_bulk([row.outcome_id for row in rows.proposals.all()])
    chosen = {page.translation_key: page for page in named.values()}
    keys = dict.fromkeys(
        named[row.outcome_id].translation_key for row in rows.proposals.all() if row.outcome_id in named
    )
    outcomes: Any = outcome_pages()
    public = {page.translation_key: page for page in outcomes.read().filter(translation_key__in=keys)}
    links = OutcomeLab.objects.filter(page__in=public.values(), lab__translation_key=lab.translation_key)
    counting = set(links.values_list("page__translation_key", flat=True))
    declined = DeclinedLink.objects.filter(lab=lab.pk, outcome__in=public.values())
    words = dict(declined.values_list("outcome__translation_key", "word"))
    sent = set(_sent().filter(page=lab.pk).values_list("outcome__translation_key", flat=True))
    return [
        Proposal(lab, public[key], _state(key in counting, words.get(key), key in sent), words.get(key, ""))
        if key in public
        else Proposal(lab, page, ProposalState.OFFLINE)
        for key, page in chosen.items()
    ]


def _sent() -> "models.QuerySet[Any]":
    """Return the rows that an institute gets to see: those of labs as visitors read them."""
    labs: Any = lab_pages()
    found: models.QuerySet[Any] = LabOutcome.objects.filter(page__in=labs.current(timezone.now()).order_by())
    return found


def _state(counts: bool, word: str | None, is_sent: bool = True) -> ProposalState:
    if counts:
        return ProposalState.CONFIRMED
    if word:
        return ProposalState.DECLINED
    return ProposalState.WAITING if is_sent else ProposalState.DRAFT
