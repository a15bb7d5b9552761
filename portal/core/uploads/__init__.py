"""The door for uploads: every file gets a name that can be stored, every picture is made anew before it is kept."""
