"""Stories, insights, plans, events and news."""
