"""The read API as a whole: what each floor tells, at one address, with a page that explains it."""
