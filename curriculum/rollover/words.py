"""What the table of a new school year says of a lab and of a session, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from curriculum.rollover.plan import Proposed, Reason
from curriculum.rollover.reading import LabPlan, LabReason

SESSIONS = {
    Reason.CANCELLED: gettext_lazy("It was cancelled."),
    Reason.KNOWN: gettext_lazy("It was copied before."),
    Reason.OUTSIDE: gettext_lazy("It was in no week of the rhythm."),
    Reason.NO_ROUND: gettext_lazy("The new school year has no such round any more."),
    Reason.NO_SCHOOL: gettext_lazy("There is no school on that day."),
    Reason.ROOM: gettext_lazy("The room is in use at that time."),
}
LABS = {
    LabReason.HAS_DATES: gettext_lazy("This lab has dates in the new school year already."),
    LabReason.TOUCHED: gettext_lazy("Copied before, and worked on since: nothing is added."),
    LabReason.NOTHING_FITS: gettext_lazy("None of its dates fits in the new school year."),
    LabReason.NOT_VALID: gettext_lazy("Not copied: something is wrong in this lab. Open it, mend it and copy again."),
    LabReason.MEANWHILE: gettext_lazy("Not copied: somebody changed this lab at the same moment. Copy again."),
}


def of_session(row: Proposed) -> str:
    """Return why a session is not copied; empty when it is."""
    return str(SESSIONS[row.reason]) if row.reason else ""


def of_lab(plan: LabPlan) -> str:
    """Return what happens to a lab."""
    if plan.reason:
        return str(LABS[plan.reason])
    if not plan.copied:
        return _("Nothing is new.")
    number = len(plan.copied)
    if plan.edition:
        words = ngettext("%(number)d date is added to its draft.", "%(number)d dates are added to its draft.", number)
    else:
        words = ngettext("Copied as a draft with %(number)d date.", "Copied as a draft with %(number)d dates.", number)
    return words % {"number": number}
