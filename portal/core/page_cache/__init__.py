"""Pages as they were sent, kept in memory of a process for the next visitor without an account.

A kept page is right as long as two things are: nothing that visitors read has changed (`portal.core.content_cache`
says so by its version, which every change renews, so there is no list of what depends on what), and the clock has not
passed a moment at which pages change by themselves (`turns`). See docs/decisions/0034-pages-are-kept.md.
"""
