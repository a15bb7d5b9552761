"""Labs: the offer of the house, its sessions and its catalogue."""
