"""The world of these tests: four owners with everything one can have, and a person in each of ten roles."""

from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from types import SimpleNamespace
from typing import Any

from django.test import Client
from wagtail.models import Locale, Page, Site

from portal.core.models.users import User
from portal.partners.assignment import assign
from portal.partners.models import Partner
from portal.partners.provision import provision, provision_core_team
from portal.partners.rights import Role, Whose
from tests.factories import House, build_house, in_english, make_location, make_partner
from tests.permissions.belongings import furnish, furnish_core
from tests.permissions.canaries import Canaries
from tests.permissions.writes import belongings, published

OWNERS = {"a": "academie-tien", "b": "nxt-doorn", "j": "x11-utrecht"}
"""Letters of the partners: the own one, another, one that joins without formal agreement. The core team is k."""

ROLES = list(Role)

OWNER_OF: dict[Role, str] = dict.fromkeys(ROLES, "a") | {
    Role.JOINING: "j",
    Role.CORE_EDITOR: "k",
    Role.CORE_ADMIN: "k",
    Role.SUPERUSER: "k",
}
"""Whose content is a role's own."""

MAY_READ: dict[Role, str] = dict.fromkeys(ROLES, "") | {
    Role.AUTHOR: "a",
    Role.EDITOR: "a",
    Role.TRANSLATOR: "a",
    Role.JOINING: "j",
    Role.CORE_EDITOR: "abjk",
    Role.CORE_ADMIN: "abjk",
    Role.SUPERUSER: "abjk",
}
"""Whose canaries a role may meet."""


@dataclass
class World:
    """Everything there is, and who looks at it."""

    house: House
    canaries: Canaries
    partners: dict[str, Partner] = field(default_factory=dict)
    bundles: dict[str, SimpleNamespace] = field(default_factory=dict)
    people: dict[Role, Any] = field(default_factory=dict)
    clients: dict[Role, Client] = field(default_factory=dict)
    cookies: dict[Role, dict[str, str]] = field(default_factory=dict)
    forms: dict[str, dict[str, Any]] = field(default_factory=dict)
    readers: dict[str, str] = field(default_factory=dict)
    logged: set[str] = field(default_factory=set)
    published: str = ""
    theirs: dict[str, str] = field(default_factory=dict)

    def bundle(self, role: Role, whose: Whose) -> SimpleNamespace:
        """Return what belongs to the role itself, to another partner, or to everyone."""
        letter = {Whose.OWN: OWNER_OF[role], Whose.OTHER: "b", Whose.SHARED: "k"}[whose]
        if role is Role.TRANSLATOR and whose is Whose.OWN:
            return self.bundles["a in English"]
        return self.bundles[letter]

    def ask(self, role: Role, address: str, method: str = "get", **kwargs: Any) -> Any:
        """Send a request as somebody, whatever an earlier answer did to the cookies."""
        client = self.clients[role]
        client.cookies = SimpleCookie(self.cookies[role])
        return getattr(client, method)(address, **kwargs)


def build_world() -> World:
    """Build everything; call it inside a transaction that is rolled back."""
    world = World(build_house(), Canaries())
    english = Locale.objects.get(language_code="en")
    in_english(world.house.locations)
    in_english(world.house.about)
    Site.objects.filter(is_default_site=True).update(hostname="testserver", port=80)
    provision_core_team()
    for page in (world.house.locations, world.house.about):
        page.refresh_from_db()
        world.canaries.fill(page, "k").save_revision()
    for letter, slug in OWNERS.items():
        formality = "verkennend" if letter == "j" else "formeel"
        partner = make_partner(slug, formality=formality)
        space = make_location(world.house.locations, slug, represents=partner)
        in_english(space)
        world.partners[letter] = provision(Partner.objects.get(pk=partner.pk))
        name_canaries(world, letter)
    world.people = people(world)
    for letter, partner in world.partners.items():
        space = Page.objects.get(pk=partner.spaces.get(locale__language_code="nl").pk).specific
        writer = member(world, letter)
        world.bundles[letter] = furnish(world.canaries, letter, space, partner, writer, english)
    world.bundles["k"] = furnish_core(world.canaries, world.house, world.people[Role.CORE_ADMIN], english)
    for bundle in world.bundles.values():
        bundle.core, bundle.theirs = world.bundles["k"], world.bundles["b"]
        bundle.anothers = world.bundles["b"].snippets
    world.bundles["a in English"] = in_other_language(world.bundles["a"], english)
    world.readers = {user.email: MAY_READ[role] for role, user in world.people.items() if user}
    world.readers[world.bundles["b"].user.email] = "b"
    world.clients = {role: client_of(person) for role, person in world.people.items()}
    world.cookies = {
        role: {name: morsel.value for name, morsel in client.cookies.items()} for role, client in world.clients.items()
    }
    world.published, world.theirs = published(), belongings(world.bundles["b"])
    return world


def name_canaries(world: World, letter: str) -> None:
    """Put words in what only a partner and the core team know by name."""
    partner = world.partners[letter]
    assert partner.workflow is not None
    for instance in (partner.workflow, partner.workflow.tasks.get()):
        instance.name = world.canaries.word(letter, f"{instance._meta.label}.name")
        instance.save()


def in_other_language(bundle: SimpleNamespace, locale: Locale) -> SimpleNamespace:
    """Return what a partner has, with its pages in the other language where there are such."""
    space = bundle.space.get_translation(locale)
    return SimpleNamespace(
        **{**vars(bundle), "space": space, "published": bundle.translated, "draft": bundle.translated}
    )


def people(world: World) -> dict[Role, Any]:
    """Make a person in each role; the deactivated one was an editor. Names of partners' people are canaries."""
    own, joining = world.partners["a"], world.partners["j"]
    made: dict[Role, Any] = {Role.ANONYMOUS: None}
    for role in ROLES:
        if role is not Role.ANONYMOUS:
            made[role] = person(world, role.value, OWNER_OF[role])
    assign(made[Role.AUTHOR], own, Role.AUTHOR)
    assign(made[Role.EDITOR], own, Role.EDITOR)
    assign(made[Role.TRANSLATOR], own, Role.TRANSLATOR)
    assign(made[Role.JOINING], joining, Role.EDITOR)
    assign(made[Role.CORE_EDITOR], None, Role.CORE_EDITOR)
    assign(made[Role.CORE_ADMIN], None, Role.CORE_ADMIN)
    assign(made[Role.DEACTIVATED], own, Role.EDITOR)
    User.objects.filter(pk=made[Role.SUPERUSER].pk).update(is_superuser=True, is_staff=True)
    User.objects.filter(pk=made[Role.DEACTIVATED].pk).update(is_active=False)
    return {role: user and User.objects.get(pk=user.pk) for role, user in made.items()}


def member(world: World, letter: str) -> User:
    """Return somebody who writes for a partner."""
    role = {"a": Role.EDITOR, "j": Role.JOINING}.get(letter)
    if role:
        return world.people[role]
    user = person(world, f"editor-{letter}", letter)
    assign(user, world.partners[letter], Role.EDITOR)
    return user


def person(world: World, name: str, letter: str) -> User:
    """Make a person; the names of a partner's people are nobody else's business, those of the core team are known."""
    if letter == "k":
        return User.objects.create_user(f"{name}@example.org", first_name="Kern", last_name=name)
    words = [world.canaries.word(letter, f"User.{part}") for part in ("email", "first_name", "last_name")]
    return User.objects.create_user(f"{words[0]}@example.org", first_name=words[1], last_name=words[2])


def client_of(user: User | None) -> Client:
    """Return a browser in which this person is signed in, reading English."""
    client = Client(headers={"accept-language": "en"}, raise_request_exception=True)
    if user is not None:
        active = user.is_active
        client.force_login(user)
        assert active == user.is_active
    return client
