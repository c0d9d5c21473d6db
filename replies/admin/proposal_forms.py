"""The proposals a reply answers, as rows of a form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from replies.admin.form_fields import NamesField, OrdinalField
from replies.ingest.reading import LONGEST_NAME
from replies.ingest.values import ProposalValues
from replies.models import Proposal


@dataclass(frozen=True, slots=True)
class Waiting:
    """A part that publishing will change, as it stands now; `answer` is what a click sends to leave it so."""

    label: str
    now: str
    answer: str


class ProposalForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("类别"), required=False, choices=[("", _("未注明")), *Proposal.Kind.choices]
    )
    assembly = forms.CharField(label=_("会议（原文）"), required=False, max_length=120)
    term = OrdinalField(label=_("届"), required=False, max_length=8)
    session = OrdinalField(label=_("次"), required=False, max_length=8)
    number = forms.CharField(label=_("编号"), required=False, max_length=40)
    proposers = NamesField(label=_("提出者"), required=False, longest=LONGEST_NAME)
    title = forms.CharField(label=_("建议标题"), required=False, max_length=300)
    waiting: Sequence[Waiting] = ()

    def values(self) -> ProposalValues:
        """Empty values for an empty row."""
        stated = {name: value for name, value in self.cleaned_data.items() if name != "DELETE"}
        return ProposalValues(**stated)


ProposalFormSet = forms.formset_factory(ProposalForm, extra=1, can_delete=True, max_num=50)


def proposal_initial(proposals: tuple[ProposalValues, ...]) -> list[dict[str, Any]]:
    return [{name: getattr(values, name) for name in ProposalForm.base_fields} for values in proposals]


def tell_what_waits(formset: Any, changes: Sequence[dict[str, Any]]) -> None:
    """Gives each row what the public reads now of the parts that it will change."""
    for form, parts in zip(formset.forms, changes, strict=False):
        now = {name: form.fields[name].prepare_value(value) for name, value in parts.items()}
        form.waiting = [
            Waiting(form.fields[name].label, said, f"{form.add_prefix(name)}={said}")
            for name, said in now.items()
        ]


def proposals_typed(formset: Any) -> tuple[ProposalValues, ...]:
    """The rows that say something and are not marked for removal."""
    rows = (form.values() for form in formset.forms if not formset._should_delete_form(form))
    return tuple(values for values in rows if values != ProposalValues())
