"""The document as received: kept byte for byte, never shown to the public; and files that were refused."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _


class SourceDocument(models.Model):
    """A file or pasted text as it came in.

    `content` lies in the database so that a document and its reply are kept in one transaction and one
    backup.  `text` is what was read from it, personal data included; `page` is what a web page said
    about itself (agency, dates).  `fingerprint` is the MinHash by which near-duplicates are found,
    `bands` the keys of which two near letters share one at least; `same_as` is the document that holds
    the same reply in another form, where a person said so.
    """

    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    name = models.CharField(_("文件名"), max_length=255)
    format = models.CharField(_("格式"), max_length=20)
    content = models.BinaryField(_("内容"))
    size = models.PositiveIntegerField(_("大小（字节）"))
    text = models.TextField(_("读出的文字"))
    text_sha256 = models.CharField(_("文字的 SHA-256"), max_length=64, db_index=True)
    page = models.JSONField(_("网页信息"), default=dict, blank=True)
    notices = models.JSONField(_("读取提示"), default=list, blank=True)
    fingerprint = models.BinaryField(_("相似指纹"), null=True, blank=True)
    bands = ArrayField(models.BigIntegerField(), default=list, blank=True, editable=False)
    same_as = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="copies", verbose_name=_("与之相同的原件")
    )
    source_url = models.URLField(_("发布网址"), max_length=500, blank=True)
    received_from = models.CharField(_("来源"), max_length=255, blank=True)
    received_at = models.DateTimeField(_("收到时间"), auto_now_add=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("录入人")
    )

    class Meta:
        verbose_name = _("原始文档")
        verbose_name_plural = _("原始文档")
        ordering = ["-received_at"]
        # Each draft is looked up among the others right away, so that entries waiting unsorted only cost.
        indexes = [GinIndex(fields=["bands"], name="source_by_band", fastupdate=False)]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="source_has_sha256"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class RefusedFile(models.Model):
    """A file that could not be read and was not kept: its name, why, and what to do about it."""

    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    name = models.CharField(_("文件名"), max_length=500)
    size = models.PositiveBigIntegerField(_("大小（字节）"))
    code = models.CharField(_("原因代码"), max_length=30)
    message = models.TextField(_("原因"))
    refused_at = models.DateTimeField(_("时间"), auto_now=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("录入人")
    )

    class Meta:
        verbose_name = _("未能读取的文件")
        verbose_name_plural = _("未能读取的文件")
        ordering = ["-refused_at"]

    def __str__(self) -> str:
        return self.name
