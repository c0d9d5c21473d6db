"""What replies are arranged by: places, agencies and topics."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class City(models.Model):
    """An administrative division of GB/T 2260, county level and up.

    `code` is the six-digit code; `slug` once published never changes its meaning.
    """

    class Level(models.TextChoices):
        NATIONAL = "national", _("全国")
        PROVINCE = "province", _("省级")
        PREFECTURE = "prefecture", _("地级")
        COUNTY = "county", _("县级")

    code = models.CharField(_("代码"), max_length=6, primary_key=True)
    name = models.CharField(_("名称"), max_length=50)
    short_name = models.CharField(_("简称"), max_length=50)
    slug = models.SlugField(_("网址用词"), max_length=80, unique=True)
    level = models.CharField(_("级别"), max_length=10, choices=Level.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("上级")
    )
    aliases = ArrayField(
        models.CharField(max_length=50), default=list, blank=True, verbose_name=_("其他名称")
    )
    area_code = models.CharField(_("区号"), max_length=4, blank=True)

    class Meta:
        verbose_name = _("地区")
        verbose_name_plural = _("地区")
        ordering = ["code"]
        indexes = [models.Index(fields=["name"], name="city_by_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("city", args=[self.slug])

    def lineage(self) -> list[City]:
        """The place and those above it, province first; one query a level, so prefetch `parent__parent`."""
        above = self.parent.lineage() if self.parent else []
        return [*above, self]

    @property
    def full_name(self) -> str:
        """河南省濮阳市华龙区: unambiguous wherever it stands alone."""
        return "".join(place.name for place in self.lineage())


class Agency(models.Model):
    """A body that answers or co-handles (承办单位), named in full as it signs."""

    name = models.CharField(_("名称"), max_length=120)
    city = models.ForeignKey(
        City, models.PROTECT, null=True, blank=True, related_name="agencies", verbose_name=_("地区")
    )
    aliases = ArrayField(
        models.CharField(max_length=120), default=list, blank=True, verbose_name=_("其他名称")
    )

    class Meta:
        verbose_name = _("承办单位")
        verbose_name_plural = _("承办单位")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "city"], nulls_distinct=False, name="agency_named_once_in_a_place"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("agency", args=[self.pk])


class Topic(models.Model):
    """A subject of the controlled list, with the terms by which it is recognised.

    `shipped_terms` are those that came with the program (`{term: [weight, excludes]}`), so that loading
    a newer list can tell them from what staff changed, and leave that alone.
    """

    slug = models.SlugField(_("网址用词"), primary_key=True)
    name = models.CharField(_("中文名称"), max_length=40, unique=True)
    name_en = models.CharField(_("英文名称"), max_length=80)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)
    shipped_terms = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        verbose_name = _("主题")
        verbose_name_plural = _("主题")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name in the reader's language."""
        return self.name_en if (get_language() or "").startswith("en") and self.name_en else self.name

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])


class TopicTerm(models.Model):
    """A word that speaks for a topic, or, with `excludes`, a longer one in which it does not count."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="terms", verbose_name=_("主题"))
    term = models.CharField(_("词语"), max_length=40)
    weight = models.FloatField(_("权重"), default=1.0)
    excludes = models.BooleanField(_("不计"), default=False)

    class Meta:
        verbose_name = _("主题词")
        verbose_name_plural = _("主题词")
        ordering = ["topic", "excludes", "-weight", "term"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "term"], name="term_once_in_a_topic"),
            models.CheckConstraint(condition=models.Q(weight__gt=0), name="term_weight_is_positive"),
        ]

    def __str__(self) -> str:
        return self.term
