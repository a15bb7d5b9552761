"""How a school joins: the page, the template of phases and tasks, and one school's own trajectory."""
