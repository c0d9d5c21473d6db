"""All that the staff side shows.

Apart from the package itself, which Django imports while it is still making the site.
"""

from replies.admin import catalogue, reply, sources

__all__ = ["catalogue", "reply", "sources"]
