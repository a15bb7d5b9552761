"""A look by somebody without an account: one draft, one reader, one decision, for a limited time."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

SALT = "portal.guest-review"


class GuestReviewQuerySet(models.QuerySet["GuestReview"]):
    """Questions about guest reviews."""

    def of_token(self, token: str) -> "GuestReviewQuerySet":
        """Return the review a link was made for; nothing for a token that is not ours."""
        try:
            return self.filter(pk=signing.loads(token, salt=SALT))
        except signing.BadSignature:
            return self.none()


class GuestReview(models.Model):
    """An invitation of the core team to read one revision of a page, and what the reader decided."""

    class State(models.TextChoices):
        """Where a review stands; follows from the facts and is never stored."""

        OPEN = "open", _("waits for an answer")
        DECIDED = "decided", _("answered")
        EXPIRED = "expired", _("the link has expired")
        GONE = "gone", _("the page no longer exists")
        REPLACED = "replaced", _("there is a newer version")

    class Decision(models.TextChoices):
        """What a reader can decide."""

        APPROVED = "approved", _("Approved")
        RETURNED = "returned", _("Returned")

    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="guest_reviews")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    reviewer = models.CharField(_("who reads along"), max_length=80)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("until"))
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    decided_by = models.CharField(_("your name"), max_length=80, blank=True)
    reason = models.TextField(_("what should change"), max_length=2000, blank=True)
    decided_at = models.DateTimeField(null=True)

    objects = GuestReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("guest review")
        verbose_name_plural = _("guest reviews")

    def __str__(self) -> str:
        return self.reviewer

    @property
    def state(self) -> "GuestReview.State":
        """Where this review stands now."""
        if self.decision:
            return self.State.DECIDED
        if self.page is None or self.revision is None:
            return self.State.GONE
        if timezone.now() >= self.expires_at:
            return self.State.EXPIRED
        return self.State.OPEN if self.page.latest_revision_id == self.revision_id else self.State.REPLACED

    @property
    def token(self) -> str:
        """The signed name of this review in its link."""
        return signing.dumps(self.pk, salt=SALT)

    @property
    def address(self) -> str:
        """The path of the link, in the language of the page."""
        language = self.page.locale.language_code if self.page else settings.LANGUAGE_CODE
        with translation.override(language):
            return reverse("guest_review", args=[self.token])

    def decide(self, decision: str, name: str, reason: str) -> None:
        """Keep what the reader decided; raises ValueError when this review is no longer open."""
        if self.state != self.State.OPEN:
            raise ValueError(self.state)
        self.decision, self.decided_by, self.reason, self.decided_at = decision, name, reason, timezone.now()
        self.save()

    def facts(self) -> dict[str, Any]:
        """Return what the history of the page keeps of the decision."""
        return {"decision": self.decision, "name": self.decided_by, "reason": self.reason, "revision": self.revision_id}
