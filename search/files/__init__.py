"""Files of the document library: what stands in them, and when they may be found."""
