"""Where addresses lead: the staff pages here, everything else in the one app."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("replies.urls")),
]
