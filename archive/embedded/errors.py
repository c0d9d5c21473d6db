"""What can go wrong; both are what a database driver raises when it cannot connect, and say the cure."""

import psycopg


class OutOfReach(psycopg.OperationalError):
    """An account cannot get to a folder it needs."""


class ServerFailed(psycopg.OperationalError):
    """PostgreSQL could not be made, started or stopped; the message holds what it said."""
