"""How themes, outcomes of institutes and labs hang together: read, laid out as a table, and what is missing."""
