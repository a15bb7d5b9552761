"""Search: flat documents, their road to Elasticsearch, and the answer from PostgreSQL without it."""
