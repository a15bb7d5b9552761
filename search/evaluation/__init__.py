"""How good search is, as a number: judged queries, metrics, and a runner for each engine."""
