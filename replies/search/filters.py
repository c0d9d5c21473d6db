"""The parameters of a search's address, declared once: state, API and forms read them here.

The set checks their form.  Whether a place or an agency of that name exists is found out in `choices`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _
from django_filters import FilterSet, filters

from replies.models import Measure, Proposal, Reply

from .entry_text import NOT_STATED

FACETS = ("city", "year", "topic", "kind", "agency", "phase", "outcome")
"""The facets a reader sees, in their order."""
HIDDEN = ("representative", "proposal")
"""Conditions that only presets and links set."""
SORTS = ("relevance", "newest", "oldest")
EARLIEST, LATEST = 1949, 2999
OF_THE_PAGE = frozenset({"choose", "find"})
"""Parameters that say how a search's page is shown, not what is asked."""
ADDED_ON_THE_WAY = re.compile(
    r"utm_\w+|\w*clid|msclkid|_|_g[al]|mc_[ce]id|spm|scm|from|scene|isappinstalled|nsukey|share_\w+|wxshare_count"
    r"|hm(?:sr|pl|cu|kw|ci)|bd_vid|tdsourcetag"
)
"""Parameters that mail, messengers and advertisements put on addresses; no reader wrote them."""


class ValuesField(forms.Field):
    """A parameter that may be given more than once; blank ones are left out."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(dict.fromkeys(v.strip() for v in value or () if v.strip()))


class ValuesFilter(filters.Filter):
    field_class = ValuesField


class YearFilter(filters.Filter):
    field_class = forms.IntegerField


class SortFilter(filters.Filter):
    field_class = forms.ChoiceField


class ReplyFilterSet(FilterSet):
    """Declares and checks; the index answers, so no filter narrows a queryset."""

    q = filters.CharFilter(label=_("检索词"))
    city = ValuesFilter(label=_("地区"))
    year = ValuesFilter(label=_("年份"))
    topic = ValuesFilter(label=_("主题"))
    kind = ValuesFilter(label=_("类别"))
    agency = ValuesFilter(label=_("承办单位"))
    phase = ValuesFilter(label=_("措施阶段"))
    outcome = ValuesFilter(label=_("办理结果"))
    representative = ValuesFilter(label=_("代表 / 委员"))
    proposal = ValuesFilter(label=_("建议 / 提案"))
    year_from = YearFilter(label=_("起始年份"), min_value=EARLIEST, max_value=LATEST)
    year_to = YearFilter(label=_("截止年份"), min_value=EARLIEST, max_value=LATEST)
    sort = SortFilter(label=_("排序"), choices=[(sort, sort) for sort in SORTS])
    page = filters.Filter(field_name="page", label=_("页"))

    class Meta:
        model = Reply
        fields: list[str] = []


@cache
def form_fields() -> Mapping[str, forms.Field]:
    """What reads each parameter, made once: a filter set makes another form for each address, and a form
    copies its fields."""
    fields: Mapping[str, forms.Field] = ReplyFilterSet().get_form_class().base_fields
    return fields


def read_parameters(given: QueryDict) -> tuple[dict[str, Any], list[str]]:
    """What the parameters say, and the names of those that cannot be read."""
    values, wrong = {}, []
    for name, field in form_fields().items():
        try:
            values[name] = field.clean(field.widget.value_from_datadict(given, MultiValueDict(), name))
        except ValidationError:
            wrong.append(name)
    return values, wrong


PHASES = dict(Measure.Phase.choices)
KINDS = dict(Proposal.Kind.choices)
OUTCOMES = dict(Reply.Outcome.choices)
FIXED_CHOICES: dict[str, dict[str, Any]] = {
    "kind": {**KINDS, NOT_STATED: _("未注明")},
    "phase": {**PHASES, NOT_STATED: _("未列措施")},
    "outcome": OUTCOMES,
}
"""Facets whose values are known without the database."""
