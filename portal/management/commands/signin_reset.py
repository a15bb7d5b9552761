"""For somebody who lost their phone, or whose account somebody else got hold of: begin again with an invitation."""

from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from portal.accounts import audit_log
from portal.core.models.users import User


class Command(BaseCommand):
    """Take away the password, the second factors and the linked institutions of an account, and end its sessions."""

    help = "Take away every way to sign in to an account and end its sessions; a new invitation opens it again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the address of the account."""
        parser.add_argument("email")

    @transaction.atomic
    def handle(self, *args: Any, email: str, **options: Any) -> None:
        """Do it; raises CommandError for an address without account."""
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError(f"There is no account for {email}")
        user.set_unusable_password()  # a session holds a mark of the password, so all of them end
        user.save(update_fields=["password"])
        Authenticator.objects.filter(user=user).delete()
        SocialAccount.objects.filter(user=user).delete()
        audit_log.record(audit_log.Kind.FACTOR, user, detail="- everything")
        self.stdout.write(f"{user.email} cannot sign in any more. Send a new invitation.")
