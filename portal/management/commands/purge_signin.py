"""Forget what signing in need not remember any longer: run it once a day."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.accounts.models import AuditLogEntry, Invitation

DAYS_AFTER_AN_INVITATION = 30


class Command(BaseCommand):
    """Delete events of more than a year ago, and invitations a month after they could last be used."""

    help = "Delete entries of the audit log after a year, and invitations a month after they ended."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete, and say how much."""
        ended = timezone.now() - timedelta(days=DAYS_AFTER_AN_INVITATION)
        events, _per_model = AuditLogEntry.objects.expired().delete()
        invitations, _per_model = Invitation.objects.filter(expires__lt=ended).delete()
        self.stdout.write(f"{events} events and {invitations} invitations deleted")
