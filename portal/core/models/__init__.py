"""The models every app stands on."""
