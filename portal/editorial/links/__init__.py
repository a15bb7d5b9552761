"""Links in texts that lead nowhere, found each night in the database and the addresses: nothing is requested."""
