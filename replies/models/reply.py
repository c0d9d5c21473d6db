"""One agency's answer, from draft to published to withdrawn."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import ExtractYear
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .catalogue import Agency, City, Topic
from .proposal import Proposal
from .source import SourceDocument


class ReplyQuerySet(models.QuerySet["Reply"]):
    def published(self) -> ReplyQuerySet:
        """The only door to what is public."""
        return self.filter(status=Reply.Status.PUBLISHED)

    def withdrawn(self) -> ReplyQuerySet:
        """Those taken back: only that they were, when and why is public, never what they said."""
        return self.filter(status=Reply.Status.WITHDRAWN)

    def with_list_parts(self) -> ReplyQuerySet:
        """Everything a line in a list of replies shows, in a constant number of queries.

        Proposals come in the order in which the letter names them, topics by their weight.
        """
        proposals = Proposal.objects.order_by("reply_links__position")
        topics = Topic.objects.defer("shipped_terms").order_by("-reply_links__weight", "position", "slug")
        return self.select_related("city__parent__parent", "agency").prefetch_related(
            models.Prefetch("topics", topics),
            models.Prefetch("proposals", proposals),
            "proposals__proposer_links__representative",
        )


class Reply(models.Model):
    """One agency's published answer (答复).

    `letter` is the text as read with personal data masked character for character: spans of measures and
    findings hold in it as in the original, and it is the only text that the public and the index see.
    `findings` keeps what the parser read for each field (`{key: {value, span, how}}`) for the review
    form; `edited_fields` names those a person has settled, which no later reading overwrites.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("草稿")
        PUBLISHED = "published", _("已发布")
        WITHDRAWN = "withdrawn", _("已撤回")

    class Outcome(models.TextChoices):
        RESOLVED = "resolved", _("已解决")
        IN_PROGRESS = "in-progress", _("正在解决")
        PLANNED = "planned", _("列入计划")
        FOR_REFERENCE = "for-reference", _("留作参考")
        NOT_FEASIBLE = "not-feasible", _("暂不可行")
        UNKNOWN = "unknown", _("未注明")

    status = models.CharField(_("状态"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    title = models.CharField(_("标题"), max_length=300, blank=True)
    doc_number = models.CharField(_("文号"), max_length=80, blank=True)
    city = models.ForeignKey(
        City, models.PROTECT, null=True, blank=True, related_name="replies", verbose_name=_("地区")
    )
    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="replies", verbose_name=_("主办单位")
    )
    co_agencies = models.ManyToManyField(
        Agency, blank=True, related_name="co_handled", verbose_name=_("协办单位")
    )
    proposals = models.ManyToManyField(
        Proposal, through="ReplyProposal", related_name="replies", verbose_name=_("建议 / 提案")
    )
    topics = models.ManyToManyField(
        Topic, through="ReplyTopic", related_name="replies", verbose_name=_("主题")
    )
    reply_date = models.DateField(_("成文日期"), null=True, blank=True)
    publish_date = models.DateField(_("发布日期"), null=True, blank=True)
    year = models.GeneratedField(
        expression=ExtractYear("reply_date"),
        output_field=models.PositiveSmallIntegerField(_("年份"), null=True),
        db_persist=True,
    )
    result_class = models.CharField(_("办理结果类别（原文）"), max_length=2, blank=True)
    outcome = models.CharField(_("办理结果"), max_length=14, choices=Outcome.choices, default=Outcome.UNKNOWN)
    disclosure = models.CharField(_("公开属性（原文）"), max_length=40, blank=True)
    signer = models.CharField(_("签发人"), max_length=40, blank=True)
    cc = models.JSONField(_("抄送"), default=list, blank=True)
    contacts = models.JSONField(_("联系人（仅工作人员可见）"), default=list, blank=True)
    shows_landline = models.BooleanField(_("公开单位座机"), default=False)

    letter = models.TextField(_("正文（个人信息已遮盖）"))
    source = models.OneToOneField(
        SourceDocument, models.PROTECT, related_name="reply", verbose_name=_("原始文档")
    )
    findings = models.JSONField(_("读取结果"), default=dict, blank=True)
    edited_fields = models.JSONField(_("人工确认的字段"), default=list, blank=True)
    open_questions = models.JSONField(_("待解决的问题"), default=list, blank=True)

    replaces = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="later_versions",
        verbose_name=_("前一次答复"),
    )
    created_at = models.DateTimeField(_("录入时间"), auto_now_add=True)
    updated_at = models.DateTimeField(_("修改时间"), auto_now=True)
    edit_version = models.PositiveIntegerField(_("修改版次"), default=0)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("录入人"),
    )
    published_at = models.DateTimeField(_("发布时间"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("发布人"),
    )
    withdrawn_at = models.DateTimeField(_("撤回时间"), null=True, blank=True)
    withdrawal_reason = models.CharField(_("撤回原因"), max_length=300, blank=True)

    objects = ReplyQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["year", "findings"])

    class Meta:
        verbose_name = _("答复")
        verbose_name_plural = _("答复")
        ordering = ["-reply_date", "-pk"]
        permissions = [("publish_reply", _("可以发布和撤回答复"))]
        indexes = [
            models.Index(fields=["status", "-reply_date"], name="reply_by_date"),
            models.Index(fields=["status", "-published_at", "-id"], name="reply_by_publication"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="published")
                | Q(city__isnull=False, agency__isnull=False, reply_date__isnull=False, open_questions=[])
                & ~Q(title=""),
                name="published_reply_is_complete",
            ),
            models.CheckConstraint(
                condition=~Q(status="withdrawn") | ~Q(withdrawal_reason=""), name="withdrawal_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.source.name

    def get_absolute_url(self) -> str:
        return reverse("reply", args=[self.pk])

    @property
    def is_published(self) -> bool:
        return self.status == self.Status.PUBLISHED

    def co_handlers(self) -> list[Agency]:
        """The co-handling agencies in the order in which the letter names them; asks for the letter."""
        places = {agency.pk: self.letter.find(agency.name) for agency in self.co_agencies.all()}
        return sorted(self.co_agencies.all(), key=lambda agency: (places[agency.pk] < 0, places[agency.pk]))

    def finding(self, key: str) -> dict[str, Any] | None:
        """What the parser read for a field: `{"value", "span": [start, end] | None, "how"}`."""
        return self.findings.get(key)


class ReplyProposal(models.Model):
    """A proposal's place among those that one reply answers (并案).

    `stated` is what the reply would change in a proposal that others answer too (`{part: value}`, proposers
    by name), until it is published: before that, nothing of it reaches what the public reads.
    """

    reply = models.ForeignKey(Reply, models.CASCADE, related_name="proposal_links")
    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="reply_links")
    position = models.PositiveSmallIntegerField(default=0)
    stated = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["reply", "proposal"], name="proposal_once_in_a_reply")]


class ReplyTopic(models.Model):
    """A topic given to a reply, with the words that earned it (`[{"text", "span"}]`), or by a person."""

    reply = models.ForeignKey(Reply, models.CASCADE, related_name="topic_links")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="reply_links")
    weight = models.FloatField(_("权重"), default=0)
    evidence = models.JSONField(_("依据的词语"), default=list, blank=True)

    class Meta:
        ordering = ["-weight", "topic"]
        constraints = [models.UniqueConstraint(fields=["reply", "topic"], name="topic_once_in_a_reply")]
