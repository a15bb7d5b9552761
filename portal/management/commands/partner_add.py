"""`manage.py partner_add SLUG`: a new partner with its space, groups, collection, workflow and rights."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.core.models.vocabularies import Formality, PartnerKind, Sector
from portal.partners.models import Partner
from portal.partners.opening import PartnerData, open_partner, other_languages


class Command(BaseCommand):
    """Add a partner; the same command a second time changes nothing, with another formality it adapts the rights."""

    help = "Add a partner with its space, groups, collection and workflow; twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for what the screen asks for."""
        parser.add_argument("slug", help="Short name in addresses, for example academie-tien.")
        parser.add_argument("--name", required=True)
        parser.add_argument("--kind", required=True, help=", ".join(PartnerKind.values))
        parser.add_argument("--formality", required=True, help=", ".join(Formality.values))
        parser.add_argument("--linked-to", metavar="SLUG", help="The board, or the formal partner that publishes.")
        parser.add_argument("--short-name", default="")
        parser.add_argument("--sectors", nargs="*", default=[], help=", ".join(Sector.values))
        parser.add_argument("--languages", nargs="*", help="Languages beside Dutch; all of the site when left out.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Add the partner; raise CommandError that names what is wrong, with nothing done."""
        languages = other_languages() if options["languages"] is None else options["languages"]
        asked = {name: options[name] for name in ("slug", "name", "kind", "formality", "short_name", "sectors")}
        try:
            partner = open_partner(PartnerData(**asked, linked_to=_linked(options["linked_to"]), languages=languages))
        except ValidationError as error:
            raise CommandError("\n".join(_lines(error))) from error
        self.stdout.write(_("%(name)s is ready:") % {"name": partner.name})
        for space in partner.spaces:
            self.stdout.write(f"  {space.url_path}")


def _linked(slug: str | None) -> Partner | None:
    if not slug:
        return None
    if partner := Partner.objects.filter(slug=slug).first():
        return partner
    raise ValidationError({"linked_to": _("There is no partner “%(slug)s”.") % {"slug": slug}})


def _lines(error: ValidationError) -> list[str]:
    """Return the messages, each behind the name of its option."""
    if not hasattr(error, "error_dict"):
        return list(error.messages)
    return [f"{name}: {text}" for name, texts in error.message_dict.items() for text in texts]
