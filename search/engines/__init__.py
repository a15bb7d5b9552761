"""The two engines. Each answers a SearchRequest with an EngineResponse; the service chooses and shows."""
