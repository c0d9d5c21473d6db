"""Topics, agencies, places and representatives in the staff side."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from replies.ingest.naming import naming, remove_named, save_named
from replies.ingest.review import PUBLISH
from replies.models import Agency, City, Proposal, Representative, Topic, TopicTerm

# What a field asks for, where its name alone does not say it.
SAID_OF_FIELDS = {
    "slug": gettext_lazy("用在网址里的小写英文词，保存后不能再改。"),
    "position": gettext_lazy("数字小的排在前面。"),
    "aliases": gettext_lazy("简称、旧称等，用英文逗号隔开。"),
    "weight": gettext_lazy("数字越大，这个词语越能说明主题。"),
    "excludes": gettext_lazy("勾选后，这个词语里含有的主题词不算数。"),
}


class TopicTermInline(admin.TabularInline[TopicTerm, Topic]):
    model = TopicTerm
    extra = 1

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, **{"help_texts": SAID_OF_FIELDS, **kwargs})


class NamedAdmin(admin.ModelAdmin[Any]):
    """For what replies name: public replies follow a change at once, and only those who publish make one."""

    actions = None

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **{"help_texts": SAID_OF_FIELDS, **kwargs})

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        may = super().has_change_permission(request, obj)
        return may and (obj is None or request.user.has_perm(PUBLISH) or not naming(obj).published().exists())

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only what no reply names can go."""
        return super().has_delete_permission(request, obj) and obj is not None and not naming(obj).exists()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        assert isinstance(request.user, User)  # staff only: the admin site asked before
        told = save_named(obj, request.user)
        if told:
            messages.info(request, _("公开的答复中有 %(count)d 件写有它，已一并更新。") % {"count": told})

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        remove_named(obj)

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        """The history says what it was called before."""
        told = super().construct_change_message(request, form, formsets, add)
        if "name" in form.changed_data and not add:
            names = {"old": form.initial["name"], "new": form.cleaned_data["name"]}
            told.append({"changed": {"fields": [_("“%(old)s”改为“%(new)s”") % names]}})
        return told


@admin.register(Topic)
class TopicAdmin(NamedAdmin):
    list_display = ("name", "name_en", "slug", "position")
    search_fields = ("name", "name_en", "terms__term")
    inlines = [TopicTermInline]

    def get_readonly_fields(self, request: HttpRequest, obj: Topic | None = None) -> tuple[str, ...]:
        """An address once published never changes its meaning."""
        return ("slug",) if obj else ()


@admin.register(Agency)
class AgencyAdmin(NamedAdmin):
    list_display = ("name", "city")
    list_select_related = ("city",)
    search_fields = ("name", "aliases")
    autocomplete_fields = ("city",)


@admin.register(Representative)
class RepresentativeAdmin(NamedAdmin):
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
