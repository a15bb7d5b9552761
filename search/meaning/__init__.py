"""What texts mean, beside the words they hold: a sentence encoder, the passages of pages, and what lies near a query.

The encoder makes a list of numbers of a text; texts about the same thing lie near each other, in whatever words and in
either language. Everything here may be absent or fail: search then goes on by words (docs/search.md).
"""
