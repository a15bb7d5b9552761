"""Page types of locations, partners and onboarding."""

from locations.models.board import OpenQuestionsPage
from locations.models.contacts import LocationContact, PartnerContact, QuestionCount, known_contacts
from locations.models.day import DayStop
from locations.models.index import LocationIndexPage
from locations.models.location import LocationPage
from locations.models.partner import PartnerIndexPage, PartnerPage
from locations.models.questions import LocationQuestion, PartnerQuestion
from locations.models.rows import LocationUnit
from locations.models.travel import Journey
from locations.models.vocabularies import Characteristic, ContactTask, Gable, LocationStatus, Subject
from locations.onboarding.models import OnboardingPhase, OnboardingTask
from locations.onboarding.page import OnboardingIndexPage
from locations.onboarding.people import Duty, WeeklyMail
from locations.onboarding.trajectory import PassedGate, TaskProgress, Trajectory

__all__ = [
    "Characteristic",
    "ContactTask",
    "DayStop",
    "Duty",
    "Gable",
    "Journey",
    "LocationContact",
    "LocationIndexPage",
    "LocationPage",
    "LocationQuestion",
    "LocationStatus",
    "LocationUnit",
    "OnboardingIndexPage",
    "OnboardingPhase",
    "OnboardingTask",
    "OpenQuestionsPage",
    "PartnerContact",
    "PartnerIndexPage",
    "PartnerPage",
    "PartnerQuestion",
    "PassedGate",
    "QuestionCount",
    "Subject",
    "TaskProgress",
    "Trajectory",
    "WeeklyMail",
    "known_contacts",
]
