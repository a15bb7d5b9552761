"""Page types of locations, partners and onboarding."""

from locations.models.index import LocationIndexPage
from locations.models.location import LocationPage
from locations.models.partner import PartnerIndexPage, PartnerPage
from locations.models.rows import LocationContact, LocationUnit
from locations.models.vocabularies import Characteristic, ContactTask, Gable, LocationStatus, Subject
from locations.onboarding.models import OnboardingPhase, OnboardingTask
from locations.onboarding.page import OnboardingIndexPage
from locations.onboarding.trajectory import TaskProgress, Trajectory

__all__ = [
    "Characteristic",
    "ContactTask",
    "Gable",
    "LocationContact",
    "LocationIndexPage",
    "LocationPage",
    "LocationStatus",
    "LocationUnit",
    "OnboardingIndexPage",
    "OnboardingPhase",
    "OnboardingTask",
    "PartnerIndexPage",
    "PartnerPage",
    "Subject",
    "TaskProgress",
    "Trajectory",
]
