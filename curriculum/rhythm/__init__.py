"""The rhythm of three weeks: school years, weeks of the cycle, and what happens in each."""
