"""Puts the archive's own staff side in the place of Django's."""

from django.contrib.admin.apps import AdminConfig


class StaffAdminConfig(AdminConfig):
    default_site = "replies.admin.site.StaffSite"
