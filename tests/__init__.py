"""Tests of the portal: they mirror the apps and run on the real parts."""
