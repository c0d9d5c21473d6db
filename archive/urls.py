"""Where addresses lead: the staff pages here, everything else in the one app."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("replies.urls")),
]

handler400 = "replies.views.errors.bad_request"
handler403 = "replies.views.errors.forbidden"
handler404 = "replies.views.errors.not_found"
handler500 = "replies.views.errors.server_error"
