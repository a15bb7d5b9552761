"""What a visitor's words ask beside what they say: names that are filters, days, and the kind of a question."""
