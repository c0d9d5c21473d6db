"""The staff side."""

from replies.admin import catalogue, reply, sources

__all__ = ["catalogue", "reply", "sources"]
