"""Every permanent page of the archive, for search engines: no search, no combination of choices."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import Exists, Max, OuterRef, QuerySet
from django.urls import reverse

from replies.models import Agency, City, Proposal, Reply, Representative, Topic


class RoomSitemap(Sitemap):
    def items(self) -> list[str]:
        return ["home", "search", "measures"]

    def location(self, item: str) -> str:
        return reverse(item)


class ReplySitemap(Sitemap):
    limit = 10_000

    def items(self) -> QuerySet[Reply]:
        return Reply.objects.published().only("updated_at").order_by("pk")

    def lastmod(self, item: Reply) -> datetime:
        return item.updated_at

    def get_latest_lastmod(self) -> datetime | None:
        """Asked of the database, where Django would go through every reply."""
        latest: datetime | None = Reply.objects.published().aggregate(latest=Max("updated_at"))["latest"]
        return latest


class ProposalSitemap(Sitemap):
    limit = 10_000

    def items(self) -> QuerySet[Proposal]:
        return Proposal.objects.published().only("pk").order_by("pk")


class RepresentativeSitemap(Sitemap):
    limit = 10_000

    def items(self) -> QuerySet[Representative]:
        return Representative.objects.published().only("pk").order_by("pk")


class CitySitemap(Sitemap):
    def items(self) -> QuerySet[City]:
        return City.objects.filter(Exists(Reply.objects.published().filter(city=OuterRef("pk")))).order_by(
            "code"
        )


class AgencySitemap(Sitemap):
    def items(self) -> QuerySet[Agency]:
        return Agency.objects.filter(
            Exists(Reply.objects.published().filter(agency=OuterRef("pk")))
        ).order_by("pk")


class TopicSitemap(Sitemap):
    def items(self) -> QuerySet[Topic]:
        return Topic.objects.filter(Exists(Reply.objects.published().filter(topics=OuterRef("pk"))))


SITEMAPS = {
    "rooms": RoomSitemap,
    "replies": ReplySitemap,
    "proposals": ProposalSitemap,
    "representatives": RepresentativeSitemap,
    "cities": CitySitemap,
    "agencies": AgencySitemap,
    "topics": TopicSitemap,
}
