"""The two engines. Each answers a SearchRequest with an Answer; the service chooses and shows."""
