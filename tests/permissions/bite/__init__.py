"""What keeps doors shut, and proof that somebody notices when it is gone."""

from tests.permissions.bite.base import Guard, removed
from tests.permissions.bite.doors import HOOK_GUARDS, LOCALIZE_GUARDS, RULE_GUARDS, TESTER_GUARDS, WHO_GUARDS
from tests.permissions.bite.rights import PAGE_GUARDS, PARTNER_GUARDS, SETTING_GUARDS, WAGTAIL_GUARDS

__all__ = ["GUARDS", "Guard", "removed"]

GUARDS: tuple[Guard, ...] = (
    *RULE_GUARDS,
    *WHO_GUARDS,
    *LOCALIZE_GUARDS,
    *TESTER_GUARDS,
    *HOOK_GUARDS,
    *WAGTAIL_GUARDS,
    *PARTNER_GUARDS,
    *PAGE_GUARDS,
    *SETTING_GUARDS,
)
"""The registry. A guard that no cell notices does not belong here: write the cell first."""
