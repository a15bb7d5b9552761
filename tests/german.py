"""Settings of the tests with a third language: all that somebody writes who adds one."""

from django.utils.functional import lazystr

from tests.settings import *  # noqa: F403
from tests.settings import LANGUAGES as TWO

LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [*TWO, ("de", lazystr("Deutsch"))]
