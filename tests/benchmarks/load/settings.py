"""The portal as it is measured, asked over plain HTTP by the accounts of the demo site, which no factor is asked of."""

from tests.benchmarks.portal_settings import *  # noqa: F403

DEMAND_SECOND_FACTOR = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
