"""What a reply answers, and who asked."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .catalogue import City


class RepresentativeQuerySet(models.QuerySet["Representative"]):
    def published(self) -> RepresentativeQuerySet:
        """Those named on at least one published reply."""
        return self.filter(proposals__replies__status="published").distinct()


class Representative(models.Model):
    """A deputy or member in a public role, or an organisation that proposes.

    Two people of one name in one place cannot be told apart by a letter; staff split them by hand.
    """

    class Kind(models.TextChoices):
        PERSON = "person", _("个人")
        ORGANISATION = "organisation", _("组织")

    name = models.CharField(_("名称"), max_length=80)
    kind = models.CharField(_("类别"), max_length=12, choices=Kind.choices, default=Kind.PERSON)
    city = models.ForeignKey(
        City, models.PROTECT, null=True, blank=True, related_name="representatives", verbose_name=_("地区")
    )
    role = models.CharField(_("称谓"), max_length=80, blank=True)

    objects = RepresentativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("代表 / 委员")
        verbose_name_plural = _("代表 / 委员")
        ordering = ["name"]
        indexes = [models.Index(fields=["name", "city"], name="representative_by_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("representative", args=[self.pk])


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def published(self) -> ProposalQuerySet:
        """Those that at least one published reply answers."""
        return self.filter(replies__status="published").distinct()

    def once_published(self) -> ProposalQuerySet:
        """Those too whose replies have all been taken back: their addresses are known and say so."""
        return self.filter(replies__status__in=["published", "withdrawn"]).distinct()


class Proposal(models.Model):
    """One numbered item: place, kind, term 届, session 次 and number; what a letter does not state is empty.

    `number` is as written, zeros kept (`0488`, `Y19`).
    """

    class Kind(models.TextChoices):
        NPC = "npc", _("人大代表建议")
        CPPCC = "cppcc", _("政协提案")
        OTHER = "other", _("其他")

    kind = models.CharField(_("类别"), max_length=5, choices=Kind.choices, blank=True)
    city = models.ForeignKey(
        City, models.PROTECT, null=True, blank=True, related_name="proposals", verbose_name=_("地区")
    )
    assembly = models.CharField(_("会议（原文）"), max_length=120, blank=True)
    term = models.PositiveSmallIntegerField(_("届"), null=True, blank=True)
    session = models.PositiveSmallIntegerField(_("次"), null=True, blank=True)
    number = models.CharField(_("编号"), max_length=40, blank=True)
    title = models.CharField(_("标题"), max_length=300, blank=True)
    proposers = models.ManyToManyField(
        Representative, through="ProposalProposer", related_name="proposals", verbose_name=_("提出者")
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("建议 / 提案")
        verbose_name_plural = _("建议 / 提案")
        ordering = ["city", "kind", "-term", "-session", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["city", "kind", "term", "session", "number"],
                condition=Q(city__isnull=False, term__isnull=False, session__isnull=False)
                & ~Q(number="")
                & ~Q(kind=""),
                name="proposal_stated_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["", "npc", "cppcc", "other"]), name="proposal_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.assembly} {self.number}".strip() or f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("proposal", args=[self.pk])

    @property
    def is_fully_stated(self) -> bool:
        """Whether the five parts that identify a proposal are all known, so that /p/… can name it."""
        return bool(self.city_id and self.kind and self.term and self.session and self.number)


class ProposalProposer(models.Model):
    """A proposer's place in the order in which the letter names them (领衔 first)."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="proposer_links")
    representative = models.ForeignKey(Representative, models.PROTECT, related_name="proposal_links")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "representative"], name="proposer_once_in_a_proposal")
        ]
