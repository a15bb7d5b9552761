"""What a partner has: everything that could be lost, counted and named before anybody decides about it."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail_localize.models import StringTranslation

from portal.core.models.users import User
from portal.partners.models import Partner
from portal.partners.provision import GROUPS
from portal.partners.rights import Role
from portal.partners.roles import groups_of_one_language, role_in

APART = {"portal.portalpage", "portal.partner"}
"""Models that refer to a partner and are counted in a way of their own."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Pages of one type in a space, in all languages."""

    name: str
    live: int
    drafts: int


class ContentSummary:
    """Counts what one partner has; each answer is one or a few queries, asked when it is needed."""

    def __init__(self, partner: Partner) -> None:
        self.partner = partner

    @cached_property
    def spaces(self) -> list[Page]:
        """The pages of the space, one per language."""
        return list(self.partner.spaces)

    def pages(self) -> models.QuerySet[Any]:
        """Return the pages in the space, aliases included, without the space itself."""
        return self.partner.pages.filter(is_space=False)

    @cached_property
    def kinds(self) -> list[Kind]:
        """The pages below the space by type."""
        rows = self.pages().values_list("content_type", "live").annotate(models.Count("pk")).order_by()
        counted: dict[int, Counter[bool]] = {}
        for content_type, live, number in rows:
            counted.setdefault(content_type, Counter())[live] = number
        found = [
            Kind(str(model._meta.verbose_name_plural), numbers[True], numbers[False])
            for pk, numbers in counted.items()
            if (model := ContentType.objects.get_for_id(pk).model_class())
        ]
        return sorted(found, key=lambda kind: kind.name)

    def media(self, model: type[models.Model]) -> models.QuerySet[Any]:
        """Return the images or documents in the partner's collection and those below it."""
        if self.partner.collection is None:
            return models.QuerySet(model).none()
        return models.QuerySet(model).filter(collection__path__startswith=self.partner.collection.path)

    @cached_property
    def images(self) -> int:
        """The number of images."""
        return self.media(get_image_model()).count()

    @cached_property
    def documents(self) -> int:
        """The number of documents."""
        return self.media(get_document_model()).count()

    @cached_property
    def people(self) -> list[tuple[Role, list[Any]]]:
        """Who works for the partner, by role."""
        found: dict[Role, list[Any]] = {
            role_in(self.partner, field): [getattr(self.partner, field)] for field in GROUPS
        }
        found[Role.TRANSLATOR] += groups_of_one_language(self.partner)
        everyone = User.objects.order_by("last_name", "first_name", "email")
        return [
            (role, list(everyone.filter(groups__in=[group for group in groups if group]).distinct()))
            for role, groups in found.items()
        ]

    @cached_property
    def references(self) -> list[tuple[Any, int]]:
        """Pages and other things of others that point at pages, images or documents here, or name the partner."""
        targets = [(Page, [str(pk) for pk in self.partner.pages.values_list("pk", flat=True)])]
        targets += [
            (model, [str(pk) for pk in self.media(model).values_list("pk", flat=True)])
            for model in (get_image_model(), get_document_model())
        ]
        targets.append((Partner, [str(self.partner.pk)]))
        found: Counter[tuple[int, str]] = Counter()
        for model, keys in targets:
            rows = ReferenceIndex.objects.filter(
                to_content_type=ContentType.objects.get_for_model(model), to_object_id__in=keys
            )
            found.update(rows.values_list("base_content_type", "object_id"))
        return self._named(found)

    def _named(self, found: Counter[tuple[int, str]]) -> list[tuple[Any, int]]:
        """Return what refers, without the partner's own pages, by name."""
        own = {str(pk) for pk in self.partner.pages.values_list("pk", flat=True)}
        named: list[tuple[Any, int]] = []
        for (content_type, key), number in found.items():
            model = ContentType.objects.get_for_id(content_type).model_class()
            if model is None or (issubclass(model, Page) and key in own) or model is Partner:
                continue
            if instance := models.QuerySet(model).filter(pk=key).first():
                named.append((instance, number))
        return sorted(named, key=lambda pair: str(pair[0]))

    @cached_property
    def also(self) -> list[tuple[str, int]]:
        """Rows of other tables that belong to the partner and would go with it, such as its trajectory."""
        found = []
        for model in apps.get_models():
            if model._meta.label_lower in APART or issubclass(model, Page):
                continue
            for column in model._meta.fields:
                if column.remote_field and column.remote_field.model is Partner:
                    number = models.QuerySet(model).filter(**{column.name: self.partner}).count()
                    found += [(str(model._meta.verbose_name_plural), number)] if number else []
        return found

    @cached_property
    def space_was_filled(self) -> bool:
        """Whether anybody published, wrote or translated the space itself."""
        keys = [str(space.pk) for space in self.spaces if space.locale_id == self.spaces[0].locale_id]
        written = Revision.page_revisions.filter(object_id__in=keys).count() > len(keys)
        translated = StringTranslation.objects.filter(
            context__object_id__in={space.translation_key for space in self.spaces}
        )
        return written or translated.exists() or any(space.first_published_at for space in self.spaces)

    @cached_property
    def keeps_content(self) -> bool:
        """Whether something would be lost without the partner."""
        people = any(members for _role, members in self.people)
        return bool(
            self.pages().exists()
            or self.images
            or self.documents
            or people
            or self.also
            or self.references
            or self.space_was_filled
            or self.partner.linked_partners.exists()
        )
