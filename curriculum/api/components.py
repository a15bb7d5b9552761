"""Components of the read API: labs, in which a theme is worked on."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from curriculum.labs.kinds import LabKind
from curriculum.labs.offer import LabOffering
from curriculum.request_context import offer_in
from portal.core.api.lists import PROBLEMS, Asked, Page, one_of, page_of, router_of
from portal.core.api.schemas import ApiModel, Taught, described, typed
from portal.core.locales import active_locale
from portal.core.seo.head import site_url
from portal.partners.organizations import organization_keys

KINDS = {LabKind.CONTENT: "workshop", LabKind.SKILLS: "skills training", LabKind.RESEARCH: "consultation"}
"""How the Open Education API calls a kind of lab."""

router = router_of("components")


class ComponentExt(ApiModel):
    """What only this portal tells of a lab."""

    kind: str
    courses: list[UUID]
    """All themes of the lab; the Open Education API has room for one."""
    groups: list[str]
    organizations: list[UUID]
    is_example: bool


class Component(Taught):
    """A lab."""

    component_id: UUID
    component_type: str
    course: UUID | None = None
    organization: UUID | None = None
    ext: ComponentExt


class AskedComponents(Asked):
    """Questions to the list of components."""

    course: UUID | None = None
    organization: UUID | None = None


@router.get("", response={200: Page[Component], **PROBLEMS}, url_name="components")
def components(request: HttpRequest, asked: Query[AskedComponents]) -> dict[str, Any]:
    """List the labs."""
    found = [
        lab
        for lab in offer_in(active_locale().language_code).labs
        if asked.finds(lab.page.title, lab.key)
        and (asked.course is None or asked.course in lab.theme_keys)
        and (asked.organization is None or asked.organization in givers(lab))
    ]
    return page_of(request, asked, found, lambda lab: _component(lab, site_url(request)))


@router.get("/{uuid:key}", response={200: Component, **PROBLEMS}, url_name="component")
def component(request: HttpRequest, key: UUID) -> Component:
    """Tell of one lab."""
    labs = offer_in(active_locale().language_code).labs
    return _component(one_of(request, labs, key, lambda lab: lab.facts.translation_key), site_url(request))


def givers(lab: LabOffering) -> list[UUID]:
    """Return the organizations that give a lab, the owner first."""
    keys = organization_keys()
    return [keys[partner.pk] for partner in lab.partners if partner.pk in keys]


def _component(lab: LabOffering, root: str) -> Component:
    told = {
        **described(lab.page, root, "componentCode"),
        "description": typed(lab.page, lab.page.summary, lab.page.concern, lab.page.title),
    }
    return Component(
        **told,
        component_id=lab.facts.translation_key,
        component_type=KINDS[LabKind(lab.facts.kind)],
        abbreviation=lab.key,
        course=next((theme.translation_key for theme in lab.themes), None),
        organization=next(iter(givers(lab)), None),
        ext=ComponentExt(
            kind=lab.facts.kind,
            courses=[theme.translation_key for theme in lab.themes],
            groups=[group.slug for group in lab.groups],
            organizations=givers(lab),
            is_example=lab.facts.is_example,
        ),
    )
