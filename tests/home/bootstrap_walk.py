"""Run documented commands under the settings of the environment, and print as JSON what became of the site."""

import io
import json
import re
import sys
from contextlib import redirect_stdout
from typing import Any

import django
from django.conf import settings

# The image holds the collected files of the stylesheet; the test does not need them.
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
django.setup()

from django.core.management import ManagementUtility  # noqa: E402
from django.test import Client  # noqa: E402

from locations.models import LocationPage  # noqa: E402
from portal.core.mail.models import OutgoingMail  # noqa: E402
from portal.core.models.pages import PortalPage  # noqa: E402
from portal.partners.rights import Role  # noqa: E402
from portal.partners.roles import core_group  # noqa: E402

CLIENT = Client(headers={"host": "portal.example.nl", "x-forwarded-proto": "https"})


def run(command: list[str]) -> str:
    """Run one as it stands in the document."""
    said = io.StringIO()
    with redirect_stdout(said):
        ManagementUtility(["manage.py", *command]).execute()
    return said.getvalue().strip()


def accept() -> str:
    """Open the link of the invitation and choose a password, as its receiver does."""
    row = OutgoingMail.objects.get()
    link = re.search(r"https://portal\.example\.nl(/\S+)", bytes(row.message).decode())
    assert link
    CLIENT.get(link.group(1))
    answer = {"first_name": "Noor", "last_name": "de Vries", "password": "vier woorden zonder verband"}
    return str(CLIENT.post("/nl/account/invitation/", answer).headers.get("Location"))


def main() -> None:
    seen: dict[str, Any] = {"before": CLIENT.get("/health/").status_code}
    for command in json.loads(sys.argv[1]):
        run(command)
    live = PortalPage.objects.live()
    seen["pages"] = {page.url_path: CLIENT.get(page.get_url()).status_code for page in live}
    seen["front"] = CLIENT.get("/nl/").content.decode()[:3000]
    seen["health"] = CLIENT.get("/health/").status_code
    seen["mails"] = [row.recipients for row in OutgoingMail.objects.all()]
    seen["rights"] = core_group(Role.CORE_ADMIN).permissions.count()
    seen["accepted"] = accept()
    seen["spaces"] = LocationPage.objects.count()
    seen["second"] = run(["bootstrap"])
    print(json.dumps(seen))


main()
