"""Who may do what, in plain Python and written from the words of the house, not from the code of the portal.

Partners have a space per language. Whoever writes for a partner writes in its space and nowhere else; editors of a
formal partner publish; translators work in other languages than Dutch; the core team works everywhere; who was
deactivated, or whose partner left, does nothing.
"""

from dataclasses import dataclass, field

DUTCH, ENGLISH = "nl", "en"
AUTHOR, EDITOR, TRANSLATOR = "author", "editor", "translator"

Key = tuple[str, str]
"""Language and slug of a page; no two pages of this world share them."""


@dataclass
class Person:
    """Somebody with an account."""

    name: str
    core: str = ""
    """Empty, editor, admin or technical."""
    roles: dict[str, str] = field(default_factory=dict)
    active: bool = True

    @property
    def is_core(self) -> bool:
        """Whether this person works for the partnership as a whole."""
        return self.active and bool(self.core)

    @property
    def decides(self) -> bool:
        """Whether this person decides about partners."""
        return self.active and self.core in ("admin", "technical")


@dataclass
class Firm:
    """A partner."""

    formal: bool
    left: bool = False


@dataclass
class Sheet:
    """A page in a space; `follows` is the page it is an alias of, `along` says it went offline with its original."""

    key: Key
    firm: str
    live: bool
    space: bool = False
    follows: Key | None = None
    along: bool = False

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.key[0]


@dataclass
class Model:
    """Everything that decides about rights, and what each action does to it."""

    people: dict[str, Person]
    firms: dict[str, Firm]
    sheets: dict[Key, Sheet]

    def role(self, person: Person, firm: str) -> str:
        """Return the role somebody can use at a partner now, or nothing."""
        return person.roles.get(firm, "") if person.active and not self.firms[firm].left else ""

    def writes_in(self, person: Person, firm: str, language: str) -> bool:
        """Whether somebody makes and changes pages of a partner in a language."""
        role = self.role(person, firm)
        return person.is_core or role in (AUTHOR, EDITOR) or (role == TRANSLATOR and language != DUTCH)

    def publishes_in(self, person: Person, firm: str) -> bool:
        """Whether somebody puts pages of a partner live, and takes them offline."""
        return person.is_core or (self.role(person, firm) == EDITOR and self.firms[firm].formal)

    def writes(self, person: Person, sheet: Sheet) -> bool:
        """Whether somebody changes a page; the same people see its drafts and its history."""
        return self.writes_in(person, sheet.firm, sheet.language)

    def publishes(self, person: Person, sheet: Sheet) -> bool:
        """Whether somebody puts a page live."""
        return self.publishes_in(person, sheet.firm)

    def removes(self, person: Person, sheet: Sheet) -> bool:
        """Whether somebody takes a page away: a draft as its writer, what is live as its publisher; a space nobody."""
        return not sheet.space and self.writes(person, sheet) and (not sheet.live or self.publishes(person, sheet))

    def deletes(self, person: Person, sheet: Sheet) -> bool:
        """Whether somebody deletes a page; its translation goes too, so one takes away both."""
        translation = self._translation(sheet)
        return self.removes(person, sheet) and (translation is None or self.removes(person, translation))

    def chooses(self, person: Person, sheet: Sheet) -> bool:
        """Whether a chooser offers a page: what everybody can read, and one's own."""
        return person.active and (sheet.live or self.writes(person, sheet))

    def enters(self, person: Person) -> bool:
        """Whether somebody may enter the admin."""
        return person.is_core or any(self.role(person, firm) for firm in self.firms)

    def space(self, firm: str, language: str) -> Sheet | None:
        """Return the page of a space."""
        found = (s for s in self.sheets.values() if s.space and (s.firm, s.language) == (firm, language))
        return next(found, None)

    # What actions do. Each returns nothing: what is not allowed changes nothing.

    def move(self, person: Person, sheet: Sheet, firm: str) -> None:
        """Move a page to the space of a partner in the same language."""
        if sheet.space or not self.space(firm, sheet.language) or not self.removes(person, sheet):
            return
        if sheet.language != DUTCH and (DUTCH, sheet.key[1]) in self.sheets and sheet.firm != firm:
            return  # a translation stays beside its original
        if self.writes_in(person, firm, sheet.language) and (not sheet.live or self.publishes_in(person, firm)):
            sheet.firm = firm
            if translation := self._translation(sheet):
                self._move_along(translation, firm)

    def alias(self, person: Person, sheet: Sheet, firm: str, slug: str) -> None:
        """Let a page follow another one in the space of a partner; facts begin in Dutch, so it is a Dutch page.

        An alias is as live as its source, so it takes the right to publish there. Wagtail offers whoever publishes
        nowhere no alias at all, and makes a copy: a draft that stands by itself.
        """
        if sheet.space or sheet.follows or sheet.language != DUTCH or not self.writes(person, sheet):
            return
        key = (DUTCH, slug)
        if self.publishes_in(person, firm):
            self.sheets[key] = Sheet(key, firm, sheet.live, follows=sheet.key)
        elif self.writes_in(person, firm, DUTCH) and not any(self.publishes_in(person, one) for one in self.firms):
            self.sheets[key] = Sheet(key, firm, live=False)

    def translate(self, person: Person, sheet: Sheet) -> None:
        """Have a Dutch page translated, as a draft in the English space; a new space only the core team makes."""
        key = (ENGLISH, sheet.key[1])
        if sheet.language != DUTCH or sheet.follows or key in self.sheets:
            return
        if sheet.space:
            allowed = person.is_core
        else:
            mine = bool(self.role(person, sheet.firm)) or person.is_core
            allowed = mine and self.space(sheet.firm, ENGLISH) is not None
        if allowed:
            self.sheets[key] = Sheet(key, sheet.firm, live=False, space=sheet.space)

    def publish(self, person: Person, sheet: Sheet) -> None:
        """Put a page live, what follows it, and the translation that went offline along with it."""
        if not sheet.follows and self.publishes(person, sheet):
            self._show(sheet, live=True)
            sheet.along = False
            translation = self._translation(sheet)
            if translation is not None and translation.along:
                self._show(translation, live=True)
                translation.along = False

    def unpublish(self, person: Person, sheet: Sheet) -> None:
        """Take a page offline, with what follows it and, when it is Dutch, its translation."""
        if sheet.live and self.publishes(person, sheet) and not sheet.space:
            self._take_offline(sheet)

    def delete(self, person: Person, sheet: Sheet) -> None:
        """Delete a page with its translation; what followed them goes on by itself."""
        if not self.deletes(person, sheet):
            return
        for gone in filter(None, (sheet, self._translation(sheet))):
            if gone.live:
                self._take_offline(gone)
            del self.sheets[gone.key]
            for other in self.sheets.values():
                if other.follows == gone.key:
                    other.follows = None

    def archive(self, person: Person, firm: str) -> None:
        """Let a partner leave: its people lose their role."""
        if person.decides and not self.firms[firm].left:
            self.firms[firm].left = True
            for member in self.people.values():
                member.roles.pop(firm, None)

    def bring_back(self, person: Person, firm: str) -> None:
        """Let a partner take part again, without its people."""
        if person.decides:
            self.firms[firm].left = False

    def formality(self, person: Person, firm: str, formal: bool) -> None:
        """Tie a partner more or less firmly."""
        if person.decides:
            self.firms[firm].formal = formal

    def _show(self, sheet: Sheet, live: bool) -> None:
        sheet.live = live
        for other in self.sheets.values():
            if other.follows == sheet.key:
                self._show(other, live)

    def _take_offline(self, sheet: Sheet) -> None:
        self._show(sheet, live=False)
        sheet.along = False
        translation = self._translation(sheet)
        if translation is not None and translation.live:
            self._show(translation, live=False)
            translation.along = True

    def _translation(self, sheet: Sheet) -> Sheet | None:
        """Return the English page of a Dutch one."""
        mine = sheet.language == DUTCH and not sheet.follows
        return self.sheets.get((ENGLISH, sheet.key[1])) if mine else None

    def _move_along(self, translation: Sheet, firm: str) -> None:
        """Move a translation with its original; a space that has no English page yet gets one, as a draft."""
        translation.firm = firm
        space = self.space(firm, DUTCH)
        if space is not None and self.space(firm, ENGLISH) is None:
            key = (ENGLISH, space.key[1])
            self.sheets[key] = Sheet(key, firm, live=False, space=True)
