"""Where Django finds the models of the portal; everybody else imports them from where they are."""

from portal.accounts.models import AuditLogEntry, Invitation
from portal.core.house_language.models import RefusedWord
from portal.core.mail.models import OutgoingMail
from portal.core.models.media import PortalDocument, PortalImage, PortalRendition
from portal.core.models.pages import PageSector, PortalPage
from portal.core.models.told import CalendarEntry, Told
from portal.core.models.users import User
from portal.editorial.freshness.models import CheckMail
from portal.editorial.guest_review import GuestReview
from portal.editorial.links.models import BrokenLink, OutsideAddress
from portal.partners.models import LanguageGroup, Partner
from portal.partners.review import ReviewTask

__all__ = [
    "AuditLogEntry",
    "BrokenLink",
    "CalendarEntry",
    "CheckMail",
    "GuestReview",
    "Invitation",
    "LanguageGroup",
    "OutgoingMail",
    "OutsideAddress",
    "PageSector",
    "Partner",
    "PortalDocument",
    "PortalImage",
    "PortalPage",
    "PortalRendition",
    "RefusedWord",
    "ReviewTask",
    "Told",
    "User",
]
