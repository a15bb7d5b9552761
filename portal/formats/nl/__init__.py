"""How people write dates."""
