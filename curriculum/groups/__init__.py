"""Training groups, programme variants and the rule that puts a colleague in training in a group."""
