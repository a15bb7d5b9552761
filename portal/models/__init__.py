"""Shared models: people, media, partners and the page every page type builds on."""

from portal.mail.models import OutgoingMail
from portal.models.facts import (
    Shared,
    SharedFacts,
    TranslatedRow,
    attach_facts,
    fact_owners,
    in_locale,
    readable,
    row_pairs,
)
from portal.models.guest_review import GuestReview
from portal.models.media import PortalDocument, PortalImage, PortalRendition
from portal.models.pages import PageSector, PortalPage
from portal.models.review import ReviewTask
from portal.models.told import Told, ToldEntry
from portal.models.users import User
from portal.models.vocabularies import Formality, PartnerKind, Sector
from portal.partners.models import Partner
from portal.signin.models import Invitation, SignInEvent

__all__ = [
    "Formality",
    "GuestReview",
    "Invitation",
    "OutgoingMail",
    "PageSector",
    "Partner",
    "PartnerKind",
    "PortalDocument",
    "PortalImage",
    "PortalPage",
    "PortalRendition",
    "ReviewTask",
    "Sector",
    "Shared",
    "SharedFacts",
    "SignInEvent",
    "Told",
    "ToldEntry",
    "TranslatedRow",
    "User",
    "attach_facts",
    "fact_owners",
    "in_locale",
    "readable",
    "row_pairs",
]
