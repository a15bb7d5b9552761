"""An editor at the screen of learning outcomes in a spreadsheet."""

import re
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from curriculum.exchange.csv_file import read, write

SCREEN = "/admin/leerresultaten/"
Edit = Callable[[list[dict[str, str]]], object]


class Desk:
    """The browser of an editor with the screen open."""

    def __init__(self, user: Any) -> None:
        self.client = Client(headers={"accept-language": "nl"})
        self.client.force_login(user)

    def file(self) -> bytes:
        """Take the file home."""
        return bytes(self.client.get(SCREEN, {"export": "csv"}).content)

    def look(self, content: bytes) -> str:
        """Choose a file and read what would happen."""
        data = {"action": "check", "file": SimpleUploadedFile("uit-excel.csv", content)}
        return self.client.post(SCREEN, data, follow=True).content.decode()

    def go_on(self, shown: str) -> str:
        """Click what the table offers."""
        sent = {name: re.search(f'name="{name}" value="([^"]*)"', shown) for name in ("mark", "content")}
        data = {name: found[1] for name, found in sent.items() if found}
        return self.client.post(SCREEN, {"action": "import", **data}, follow=True).content.decode()

    def bring(self, edit: Edit) -> str:
        """Change the file at home, look, and go on."""
        return self.go_on(self.look(self.changed(edit)))

    def changed(self, edit: Edit) -> bytes:
        """Change the file at home."""
        rows = [line.cells for line in read(self.file())]
        edit(rows)
        return write(rows)

    def undo(self) -> str:
        """Click on undo."""
        number = re.search(r'name="import" value="(\d+)"', self.client.get(SCREEN).content.decode())
        data = {"action": "undo", "import": number[1] if number else ""}
        return self.client.post(SCREEN, data, follow=True).content.decode()
