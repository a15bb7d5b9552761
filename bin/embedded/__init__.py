"""The parts a single machine brings itself: PostgreSQL and Elasticsearch without any installation.

Only used where `DATABASE_URL` or `ELASTICSEARCH_URL` is not set (development, tests, a first look). Everything
belongs to one clone and lives in its state folder (`.local/`), so two clones never share a port or a row.
"""
