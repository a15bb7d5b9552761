"""What the read API tells of the curriculum: programmes, themes, labs, sessions and learning outcomes."""
