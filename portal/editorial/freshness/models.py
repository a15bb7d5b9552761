"""What was told of a check that is due: once to who keeps the page right, once to who does so in their place."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models.pages import PortalPage


class CheckMail(models.Model):
    """That a mail about one check of one page was written. The day of the check tells one interval from the next."""

    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="check_mails")
    check_on = models.DateField(_("check before"))
    to_deputy = models.BooleanField(_("to who does so in their place"))
    sent_on = models.DateField(_("sent on"))

    wagtail_reference_index_ignore = True
    """Nobody leans on a page because a mail was sent about it."""

    class Meta:
        verbose_name = _("mail about a check")
        verbose_name_plural = _("mails about checks")
        constraints = [
            models.UniqueConstraint(fields=["page", "check_on", "to_deputy"], name="one_mail_per_check_and_reader")
        ]

    def __str__(self) -> str:
        return f"{self.page} {self.check_on}"
