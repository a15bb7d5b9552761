"""The road of documents into Elasticsearch: writing, rebuilding, comparing."""
