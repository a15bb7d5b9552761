"""Who may open and do what: every address and every write action, for every role, in whosever space."""
