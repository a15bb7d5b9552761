"""Page types of locations, partners and onboarding."""

from locations.models.index import LocationIndexPage
from locations.models.location import (
    Characteristic,
    ContactTask,
    LocationContact,
    LocationPage,
    LocationStatus,
    LocationUnit,
    Subject,
)
from locations.models.partner import PartnerIndexPage, PartnerPage
from locations.onboarding.models import OnboardingIndexPage, OnboardingPhase, OnboardingTask
from locations.onboarding.trajectory import TaskProgress, Trajectory

__all__ = [
    "Characteristic",
    "ContactTask",
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
