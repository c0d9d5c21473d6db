"""Every public address.  Once published an address is kept for ever: what moves is redirected."""

from django.contrib.sitemaps.views import index as sitemap_index
from django.contrib.sitemaps.views import sitemap
from django.urls import path

from replies import feeds
from replies.api.archive import api, nowhere
from replies.api.docs import docs, try_out
from replies.sitemaps import SITEMAPS
from replies.views import (
    browse,
    catalogue,
    citations,
    compare,
    crawlers,
    display,
    exports,
    home,
    measures,
    operations,
    proposals,
    reply_page,
    saved,
    saved_searches,
    shelf_files,
    shelf_links,
    suggestions,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("replies/", browse.browse, name="search"),
    path("replies/suggestions", suggestions.suggestions, name="suggestions"),
    path("replies/feed.atom", feeds.feed, name="feed"),
    path("replies/export.<str:form>", exports.export, name="export"),
    path("replies/<int:pk>/", reply_page.reply_page, name="reply"),
    path("replies/<int:pk>.json", citations.reply_json, name="reply_json"),
    path("replies/<int:pk>/cite.<str:form>", citations.reply_cite, name="reply_cite"),
    path("replies/<int:pk>/original", citations.reply_original, name="reply_original"),
    path("cities/<slug:slug>/", catalogue.city, name="city"),
    path("cities/<slug:slug>/feed.atom", feeds.city_feed, name="city_feed"),
    path("topics/<slug:slug>/", catalogue.topic, name="topic"),
    path("topics/<slug:slug>/feed.atom", feeds.topic_feed, name="topic_feed"),
    path("agencies/<int:pk>/", catalogue.agency, name="agency"),
    path("agencies/<int:pk>/feed.atom", feeds.agency_feed, name="agency_feed"),
    path("representatives/<int:pk>/", catalogue.representative, name="representative"),
    path("representatives/<int:pk>/feed.atom", feeds.representative_feed, name="representative_feed"),
    path("proposals/<int:pk>/", proposals.proposal, name="proposal"),
    path(
        "p/<slug:city>/<slug:kind>/<int:term>-<int:session>/<str:number>/",
        proposals.proposal_lookup,
        name="proposal_lookup",
    ),
    path("measures/", measures.measures, name="measures"),
    path("compare/", compare.compare, name="compare"),
    path("saved/", saved.saved, name="saved"),
    path("saved/keep/<int:pk>/", saved.keep, name="saved_keep"),
    path("saved/drop/<int:pk>/", saved.drop, name="saved_drop"),
    path("saved/note/<int:pk>/", saved.write_note, name="saved_note"),
    path("saved/searches/", saved_searches.keep_search, name="saved_search_keep"),
    path("saved/searches/<int:pk>/", saved_searches.open_search, name="saved_search_open"),
    path("saved/searches/<int:pk>/drop/", saved_searches.drop_search, name="saved_search_drop"),
    path("saved/export.<str:form>", shelf_files.saved_export, name="saved_export"),
    path("saved/share/", shelf_links.share, name="saved_share"),
    path("saved/s/<str:share_key>/", shelf_links.shared_shelf, name="shared_shelf"),
    path("saved/s/<str:share_key>/export.<str:form>", shelf_files.shared_export, name="shared_export"),
    path("saved/move/", shelf_links.move, name="saved_move"),
    path("saved/open/<str:key>/", shelf_links.open_shelf, name="saved_open"),
    path("saved/forget/", shelf_links.forget_shelf, name="saved_forget"),
    path("api/v1/", api.urls),
    path("api/v1/<path:path>", nowhere),
    path("api/docs", docs, name="api_docs"),
    path("api/docs/try", try_out, name="api_try"),
    path("elder/", display.elder, name="elder"),
    path("theme/", display.theme, name="theme"),
    path("language/", display.language, name="language"),
    path("healthz", operations.healthz, name="healthz"),
    path("readyz", operations.readyz, name="readyz"),
    path("metrics", operations.metrics, name="metrics"),
    path("robots.txt", crawlers.robots, name="robots"),
    path(
        "sitemap.xml",
        sitemap_index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_part"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap_part"),
]
