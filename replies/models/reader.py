"""What a reader keeps, without an account."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .reply import Reply


def new_key() -> str:
    """An unguessable word for an address or a cookie: 22 characters, 128 bits."""
    return secrets.token_urlsafe(16)


class Shelf(models.Model):
    """One reader's bookmarks and saved searches.

    `key` is the reader's secret, kept in a cookie; `share_key` opens the shelf for reading only, and
    shows the notes only where the reader said so.
    """

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    share_key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    shares_notes = models.BooleanField(_("分享时附备注"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("收藏夹")
        verbose_name_plural = _("收藏夹")

    def __str__(self) -> str:
        return f"{self.pk}"


class Bookmark(models.Model):
    shelf = models.ForeignKey(Shelf, models.CASCADE, related_name="bookmarks")
    reply = models.ForeignKey(Reply, models.CASCADE, related_name="bookmarks")
    note = models.TextField(_("备注"), max_length=2000, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("收藏")
        verbose_name_plural = _("收藏")
        ordering = ["-created_at"]
        constraints = [models.UniqueConstraint(fields=["shelf", "reply"], name="reply_once_on_a_shelf")]

    def __str__(self) -> str:
        return f"{self.reply}"


class SavedSearch(models.Model):
    """A search by its canonical query string, so that one search is kept once.

    What was published after `looked_at` is new to the reader.
    """

    shelf = models.ForeignKey(Shelf, models.CASCADE, related_name="searches")
    query_string = models.CharField(_("检索"), max_length=1000)
    name = models.CharField(_("名称"), max_length=100, blank=True)
    looked_at = models.DateTimeField(_("上次查看"), default=timezone.now)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("保存的检索")
        verbose_name_plural = _("保存的检索")
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["shelf", "query_string"], name="search_once_on_a_shelf")
        ]

    def __str__(self) -> str:
        return self.name or self.query_string
