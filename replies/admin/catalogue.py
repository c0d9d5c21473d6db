"""Topics, agencies, places and representatives in the staff side."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from replies.models import Agency, City, Proposal, Representative, Topic, TopicTerm


class TopicTermInline(admin.TabularInline[TopicTerm, Topic]):
    model = TopicTerm
    extra = 1


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin[Topic]):
    list_display = ("name", "name_en", "slug", "position")
    search_fields = ("name", "name_en", "terms__term")
    inlines = [TopicTermInline]

    def get_readonly_fields(self, request: HttpRequest, obj: Topic | None = None) -> tuple[str, ...]:
        """An address once published never changes its meaning."""
        return ("slug",) if obj else ()


@admin.register(Agency)
class AgencyAdmin(admin.ModelAdmin[Agency]):
    list_display = ("name", "city")
    list_select_related = ("city",)
    search_fields = ("name", "aliases")
    autocomplete_fields = ("city",)


@admin.register(Representative)
class RepresentativeAdmin(admin.ModelAdmin[Representative]):
    list_display = ("name", "kind", "city", "role")
    list_filter = ("kind",)
    list_select_related = ("city",)
    search_fields = ("name",)
    autocomplete_fields = ("city",)


class ReadOnlyAdmin(admin.ModelAdmin[Any]):
    """For what people look up but do not change by hand."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(City)
class CityAdmin(ReadOnlyAdmin):
    list_display = ("name", "code", "slug", "level", "parent")
    list_filter = ("level",)
    list_select_related = ("parent",)
    search_fields = ("name", "short_name", "slug", "code")
    ordering = ("code",)


@admin.register(Proposal)
class ProposalAdmin(ReadOnlyAdmin):
    """Proposals are put right in the review of a reply that answers them."""

    list_display = ("__str__", "kind", "city", "term", "session", "number")
    list_select_related = ("city",)
    search_fields = ("title", "number", "proposers__name")
