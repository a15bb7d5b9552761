"""A backup of everything that people made, in one file, and the way back from it.

`contents` says what goes along and what is left out, `programs` are PostgreSQL's own, `archive` is the file, with a
hash of each part, and `sealing` encrypts it for who has the key; on these stand `making` and `restoring`.
`watching` tells whether there is one of last night.
"""
