"""What the read API tells of partners."""
