"""The actions named in a reply, and the numbers in them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .catalogue import Topic
from .reply import Reply


class MeasureQuerySet(models.QuerySet["Measure"]):
    def published(self) -> MeasureQuerySet:
        return self.filter(reply__status=Reply.Status.PUBLISHED)


class Measure(models.Model):
    """One action (措施).  Spans are in characters of `Reply.letter`; null where a person added the measure."""

    class Phase(models.TextChoices):
        DONE = "done", _("已做")
        PLANNED = "planned", _("将做")

    reply = models.ForeignKey(Reply, models.CASCADE, related_name="measures", verbose_name=_("答复"))
    position = models.PositiveSmallIntegerField(_("次序"))
    marker = models.CharField(_("序号"), max_length=20, blank=True)
    heading = models.CharField(_("要点"), max_length=200)
    section = models.CharField(_("所在部分"), max_length=200, blank=True)
    phase = models.CharField(_("阶段"), max_length=8, choices=Phase.choices)
    text = models.TextField(_("原文"))
    start = models.PositiveIntegerField(_("正文起点"), null=True, blank=True)
    end = models.PositiveIntegerField(_("正文终点"), null=True, blank=True)
    deadline = models.CharField(_("期限"), max_length=10, blank=True)
    is_section = models.BooleanField(_("整段"), default=False)
    edited = models.BooleanField(_("人工确认"), default=False)
    topics = models.ManyToManyField(Topic, blank=True, related_name="measures", verbose_name=_("主题"))

    objects = MeasureQuerySet.as_manager()

    class Meta:
        verbose_name = _("措施")
        verbose_name_plural = _("措施")
        ordering = ["reply", "position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True) | Q(start__lte=F("end")),
                name="measure_span_in_order",
            ),
            models.CheckConstraint(condition=Q(phase__in=["done", "planned"]), name="measure_phase_known"),
        ]

    def __str__(self) -> str:
        return self.heading


class Figure(models.Model):
    """A number in a measure: 66.7 with unit 万人, as printed; `value` is null for 全覆盖.

    `deadline` is a year, a year and month, or a date in ISO form.
    """

    class Role(models.TextChoices):
        RESULT = "result", _("已达到")
        TARGET = "target", _("目标")
        THRESHOLD = "threshold", _("标准")
        CONTEXT = "context", _("背景")

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="figures", verbose_name=_("措施"))
    position = models.PositiveSmallIntegerField(_("次序"))
    text = models.CharField(_("前后文字"), max_length=300)
    value = models.DecimalField(_("数值"), max_digits=20, decimal_places=4, null=True, blank=True)
    unit = models.CharField(_("单位"), max_length=20, blank=True)
    role = models.CharField(_("性质"), max_length=9, choices=Role.choices)
    deadline = models.CharField(_("期限"), max_length=10, blank=True)
    indicator = models.CharField(_("指标"), max_length=60, blank=True, db_index=True)
    start = models.PositiveIntegerField(_("正文起点"), null=True, blank=True)
    end = models.PositiveIntegerField(_("正文终点"), null=True, blank=True)

    class Meta:
        verbose_name = _("数字")
        verbose_name_plural = _("数字")
        ordering = ["measure", "position"]

    def __str__(self) -> str:
        return self.text
