"""Puts the archive's own staff side in the place of Django's."""

from importlib import import_module

from django.contrib.admin.apps import AdminConfig


class StaffAdminConfig(AdminConfig):
    default_site = "replies.admin.site.StaffSite"

    def ready(self) -> None:
        super().ready()
        import_module("replies.admin.registered")
