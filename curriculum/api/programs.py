"""Programs of the read API: the ways to become a teacher, which institutes offer."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from curriculum.groups.models import ProgrammeVariant, VariantInstitute
from curriculum.named import locales_of
from portal.core.api.lists import PROBLEMS, Asked, Page, one_of, page_of, router_of
from portal.core.api.schemas import ApiModel, IdentifierEntry, Taught, typed
from portal.core.content_cache import kept
from portal.core.locales import active_locale
from portal.core.models.facts import readable
from portal.partners.organizations import organization_keys

router = router_of("programs")


class ProgramExt(ApiModel):
    """What only this portal tells of a programme."""

    level: str
    years: list[str]
    organizations: list[UUID]
    is_example: bool


class Program(Taught):
    """A way to become a teacher."""

    program_id: UUID
    program_type: str = "program"
    organization: UUID | None = None
    ext: ProgramExt


class AskedPrograms(Asked):
    """Questions to the list of programs."""

    organization: UUID | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """A programme in the reader's language, its facts, and the institutes that offer it."""

    text: ProgrammeVariant
    facts: ProgrammeVariant
    organizations: list[UUID]


@kept(size=4)
def programs_in(language: str) -> list[Offered]:
    """Return the programmes in the order of the core team."""
    found = list(readable(ProgrammeVariant).filter(locale__in=locales_of(language)).order_by("order", "slug"))
    texts = {one.translation_key: one for one in found if not one.owns_facts}
    keys, institutes = organization_keys(), dict[int, list[UUID]]()
    for variant, partner in VariantInstitute.objects.order_by("sort_order").values_list("variant_id", "partner_id"):
        if partner in keys:
            institutes.setdefault(variant, []).append(keys[partner])
    return [
        Offered(texts.get(one.translation_key, one), one, institutes.get(one.pk, [])) for one in found if one.owns_facts
    ]


@router.get("", response={200: Page[Program], **PROBLEMS}, url_name="programs")
def programs(request: HttpRequest, asked: Query[AskedPrograms]) -> dict[str, Any]:
    """List the ways to become a teacher."""
    found = [
        one
        for one in programs_in(active_locale().language_code)
        if asked.finds(one.text.name, one.facts.slug)
        and (asked.organization is None or asked.organization in one.organizations)
    ]
    return page_of(request, asked, found, _program)


@router.get("/{uuid:key}", response={200: Program, **PROBLEMS}, url_name="program")
def program(request: HttpRequest, key: UUID) -> Program:
    """Tell of one of them."""
    found = programs_in(active_locale().language_code)
    return _program(one_of(request, found, key, lambda one: one.facts.translation_key))


def _program(one: Offered) -> Program:
    return Program(
        program_id=one.facts.translation_key,
        primary_code=IdentifierEntry(code_type="programCode", code=one.facts.slug),
        name=typed(one.text, one.text.name),
        description=typed(one.text, one.text.explanation, one.text.name),
        abbreviation=one.facts.slug,
        organization=next(iter(one.organizations), None),
        ext=ProgramExt(
            level=one.facts.level,
            years=one.facts.years,
            organizations=one.organizations,
            is_example=one.facts.is_example,
        ),
    )
