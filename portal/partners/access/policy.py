"""What one person may see, asked once per request and kept on the user."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from wagtail.models import Page, TaskState
from wagtail.permissions import page_permission_policy, policy_registry

from portal.core.locales import language_of
from portal.core.models.pages import PortalPage
from portal.core.models.users import AnyUser
from portal.partners.models import LanguageGroup, Partner
from portal.partners.review import ReviewTask
from portal.partners.rights import Role
from portal.partners.roles import CORE_GROUPS

KEPT_AS = "_portal_access"


class UserAccess:
    """Answers about one person. Superusers and the core team see everything, a partner its own and what is public."""

    def __init__(self, user: AnyUser) -> None:
        self.user = user

    @cached_property
    def group_names(self) -> frozenset[str]:
        """Names of the groups of an active account."""
        if not self.user.is_authenticated or not self.user.is_active:
            return frozenset()
        return frozenset(self.user.groups.values_list("name", flat=True))

    @property
    def is_technical(self) -> bool:
        """Whether somebody may do everything, also what needs knowledge of the machine."""
        return bool(self.user.is_active and self.user.is_superuser)

    @property
    def is_admin(self) -> bool:
        """Whether somebody decides about partners and accounts."""
        return self.is_technical or CORE_GROUPS[Role.CORE_ADMIN] in self.group_names

    @property
    def is_core(self) -> bool:
        """Whether somebody works for the partnership as a whole."""
        return self.is_admin or CORE_GROUPS[Role.CORE_EDITOR] in self.group_names

    @cached_property
    def partners(self) -> frozenset[int]:
        """Keys of the partners somebody works for."""
        if not self.group_names:
            return frozenset()
        return frozenset(Partner.objects.of_editor(self.user).active().values_list("pk", flat=True))

    @cached_property
    def languages(self) -> frozenset[int] | None:
        """Keys of the languages to which somebody is limited as a translator; None for who works in all of them."""
        if self.is_core or Partner.objects.of_editor_in_every_language(self.user).active().exists():
            return None
        limited = LanguageGroup.objects.filter(group__in=self.user.groups.all(), partner__archived=False)
        return frozenset(limited.values_list("locale", flat=True))

    def works_in(self, locale: int) -> bool:
        """Whether somebody may write in a language, as far as that depends on the language."""
        return self.languages is None or locale in self.languages

    def translates_for(self, page: PortalPage) -> bool:
        """Whether a page is of a partner somebody works for, and in Dutch or in a language they work in."""
        is_open = self.works_in(page.locale_id) or language_of(page) == settings.LANGUAGE_CODE
        return page.partner_id in self.partners and is_open

    def touches(self, page: Page) -> bool:
        """Whether a page is this person's concern: a right on it or above it, or the turn to review it."""
        if self.is_core:
            return True
        rights = page_permission_policy.get_cached_permissions_for_user(self.user)
        if any(page.path.startswith(right.page.path) for right in rights):
            return True
        return self.reviews(page)

    def reviews(self, page: Page) -> bool:
        """Whether a page waits for this person to approve it."""
        task = page.current_workflow_task
        return task is not None and task.user_can_access_editor(page, self.user)

    def sees(self, page: Page) -> bool:
        """Whether somebody may know that a page exists: every visitor can read it, or it is their concern."""
        return (page.live and PortalPage.objects.live().public().filter(pk=page.pk).exists()) or self.touches(page)

    def explores(self, page: Page) -> bool:
        """Whether a page stands on the way to a page of this person."""
        explorable = page_permission_policy.explorable_instances(self.user)
        return page.is_root() or explorable.filter(pk=page.pk).exists()

    def own_pages(self) -> models.QuerySet[Page]:
        """Return the pages on which somebody has a right."""
        actions = {"add", "change", "publish", "lock", "unlock", "bulk_delete"}
        return page_permission_policy.instances_user_has_any_permission_for(self.user, actions)

    def awaiting_review(self) -> models.QuerySet[TaskState]:
        """Return the tasks that wait for this person; Wagtail itself would ask once per partner."""
        waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__active=True)
        if self.is_technical:
            return waiting
        return waiting.filter(task__in=ReviewTask.objects.filter(groups__name__in=self.group_names))

    def media(self, model: type[models.Model]) -> models.QuerySet[Any]:
        """Return the images or documents somebody may use or change."""
        policy = policy_registry.get_by_type(model)
        return policy.instances_user_has_any_permission_for(self.user, ["choose", "change"])

    def changes(self, instance: models.Model) -> bool:
        """Whether somebody may change an object that is no page."""
        policy = policy_registry.get(instance)
        return bool(policy.user_has_permission_for_instance(self.user, "change", instance))


def access_of(user: AnyUser) -> UserAccess:
    """Return the answers about a user, the same object for the whole request."""
    if isinstance(user, AnonymousUser):
        return UserAccess(user)
    known = user.__dict__.get(KEPT_AS)
    if known is None:
        known = user.__dict__[KEPT_AS] = UserAccess(user)
    return known
