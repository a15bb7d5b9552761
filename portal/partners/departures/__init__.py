"""Pages that leave their address: who points there, and where visitors go from then on."""
