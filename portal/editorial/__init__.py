"""The editor's day: the first screen, making a lab, publishing, mail about reviews."""
