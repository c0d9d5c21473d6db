"""Two replies that look alike, and what a person said of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .reply import Reply


class Resemblance(models.Model):
    """`reply` came in when `other` was there; `suggested` is what the texts and facts speak for, with
    `reasons` as codes and `likeness` the share of what both say; `choice` is a person's, empty until made."""

    class Relation(models.TextChoices):
        SAME_REPLY = "same_reply", _("同一件答复")
        LATER_VERSION = "later_version", _("后一次答复（再次答复）")
        EARLIER_VERSION = "earlier_version", _("前一次答复")
        SIBLING = "sibling", _("另一件答复（分办，或内容相近的建议）")
        UNRELATED = "unrelated", _("没有关系")
        UNCLEAR = "unclear", _("看不出")

    reply = models.ForeignKey(Reply, models.CASCADE, related_name="resemblances", verbose_name=_("答复"))
    other = models.ForeignKey(Reply, models.CASCADE, related_name="resembled_by", verbose_name=_("已有答复"))
    suggested = models.CharField(_("系统判断"), max_length=16, choices=Relation.choices)
    reasons = models.JSONField(_("依据"), default=list, blank=True)
    likeness = models.FloatField(_("相似度"), default=0)
    choice = models.CharField(_("选定的关系"), max_length=16, choices=Relation.choices, blank=True)
    decided_at = models.DateTimeField(_("选定时间"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("选定人")
    )

    class Meta:
        verbose_name = _("相似的答复")
        verbose_name_plural = _("相似的答复")
        ordering = ["-likeness"]
        constraints = [
            models.UniqueConstraint(fields=["reply", "other"], name="two_replies_resemble_once"),
            models.CheckConstraint(
                condition=~models.Q(reply=models.F("other")), name="none_resembles_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reply_id} ~ {self.other_id}"
