"""Mail that leaves the portal: kept in the database, sent by the worker, tried again, and shown where it did not go.

Whoever sends mail uses Django's own `send_mail` or `EmailMessage`: `QueueBackend` keeps the message in the same
transaction and returns at once. `direct` is for a message of which nothing may be kept.
"""
