"""Labs, themes, learning outcomes, training groups and the rhythm of three weeks."""
