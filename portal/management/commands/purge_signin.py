"""Forget what signing in and reading along need not remember any longer: run it once a day."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.accounts.models import AuditLogEntry, Invitation
from portal.editorial.guest_review import GuestReview

DAYS_AFTER_AN_INVITATION = 30
DAYS_AFTER_A_REVIEW = 365


class Command(BaseCommand):
    """Delete events and guest reviews after a year, and invitations a month after they could last be used."""

    help = "Delete entries of the audit log and guest reviews after a year, and invitations a month after they ended."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete, and say how much."""
        now = timezone.now()
        events, _per_model = AuditLogEntry.objects.expired().delete()
        invitations, _per_model = Invitation.objects.filter(
            expires__lt=now - timedelta(days=DAYS_AFTER_AN_INVITATION)
        ).delete()
        reviews, _per_model = GuestReview.objects.filter(
            expires_at__lt=now - timedelta(days=DAYS_AFTER_A_REVIEW)
        ).delete()
        self.stdout.write(f"{events} events, {invitations} invitations and {reviews} guest reviews deleted")
