"""Links to other sites: asked with manners and behind a gate, where a setting says so (decision 42)."""
