"""The review form: all that a person may settle about one reply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from replies.admin.form_fields import ContactsField, LetterDateField, NamesField, PlaceField
from replies.admin.measure_forms import (
    FigureFormSet,
    MeasureFormSet,
    cards,
    figure_initial,
    measure_initial,
    measures_typed,
)
from replies.admin.proposal_forms import (
    ProposalFormSet,
    proposal_initial,
    proposals_typed,
    tell_what_waits,
)
from replies.ingest.proposal_rows import waiting_changes
from replies.ingest.reading import LONGEST_AGENCY
from replies.ingest.rows import values_of
from replies.ingest.values import LABELS, ReplyValues
from replies.models import Reply, Topic

OWN_FIELDS = (
    "title",
    "city",
    "agency",
    "co_agencies",
    "doc_number",
    "reply_date",
    "publish_date",
    "result_class",
    "outcome",
    "disclosure",
    "signer",
    "contacts",
    "shows_landline",
    "cc",
    "topics",
)


PLAIN_LABELS = {"label_suffix": ""}


class ReviewForm(forms.Form):
    title = forms.CharField(label=LABELS["title"], required=False, max_length=300)
    city = PlaceField(label=LABELS["city"], required=False, max_length=60)
    agency = forms.CharField(label=LABELS["agency"], required=False, max_length=120)
    co_agencies = NamesField(label=LABELS["co_agencies"], required=False, longest=LONGEST_AGENCY)
    doc_number = forms.CharField(label=LABELS["doc_number"], required=False, max_length=80)
    reply_date = LetterDateField(label=LABELS["reply_date"], required=False, max_length=40)
    publish_date = LetterDateField(label=LABELS["publish_date"], required=False, max_length=40)
    result_class = forms.CharField(label=LABELS["result_class"], required=False, max_length=2)
    outcome = forms.ChoiceField(label=LABELS["outcome"], choices=Reply.Outcome.choices, required=False)
    disclosure = forms.CharField(label=LABELS["disclosure"], required=False, max_length=40)
    signer = forms.CharField(label=LABELS["signer"], required=False, max_length=40)
    contacts = ContactsField(label=LABELS["contacts"], required=False)
    shows_landline = forms.BooleanField(label=_("公开联系人一栏里的单位座机"), required=False)
    cc = NamesField(label=LABELS["cc"], required=False)
    topics = forms.MultipleChoiceField(
        label=LABELS["topics"], required=False, widget=forms.CheckboxSelectMultiple
    )
    settled = forms.MultipleChoiceField(required=False)
    shown = forms.JSONField(widget=forms.HiddenInput)
    shown_version = forms.IntegerField(widget=forms.HiddenInput)

    def clean_shown(self) -> dict[str, str]:
        shown = self.cleaned_data["shown"]
        if not isinstance(shown, dict):
            raise forms.ValidationError(_("这一页不完整，请重新打开后再填。"))
        return shown

    def __init__(self, *args: Any, askable: Iterable[str] = (), **kwargs: Any) -> None:
        """`askable` are the keys of the questions that may be confirmed as they are."""
        super().__init__(*args, **kwargs)
        self.fields["settled"].choices = [(key, key) for key in askable]  # type: ignore[attr-defined]
        topics = [(topic.slug, topic.name) for topic in Topic.objects.all()]
        self.fields["topics"].choices = topics  # type: ignore[attr-defined]
        for name in ("title", "city", "agency", "co_agencies", "doc_number", "signer", "cc"):
            self.fields[name].widget.attrs["autocomplete"] = "off"


class ReviewForms:
    """The form and the rows that belong to it: as the archive has them, or as a person `typed` them,
    or filled with other `values` that are not saved yet."""

    def __init__(
        self,
        reply: Reply,
        typed: Mapping[str, Any] | None = None,
        values: ReplyValues | None = None,
    ) -> None:
        current = values_of(reply)
        values = values or current
        self.reply = reply
        initial = {name: getattr(values, name) for name in OWN_FIELDS}
        initial["topics"] = sorted(values.topics)
        initial |= {"shown": current.marks(), "shown_version": reply.edit_version}
        askable = {question["key"] for question in reply.open_questions}
        self.form = ReviewForm(typed, initial=initial, askable=askable)
        self.proposals = ProposalFormSet(
            typed, prefix="proposals", initial=proposal_initial(values.proposals), form_kwargs=PLAIN_LABELS
        )
        tell_what_waits(self.proposals, waiting_changes(reply))
        self.measures = MeasureFormSet(
            typed, prefix="measures", initial=measure_initial(values.measures), form_kwargs=PLAIN_LABELS
        )
        self.figures = FigureFormSet(
            typed, prefix="figures", initial=figure_initial(values.measures), form_kwargs=PLAIN_LABELS
        )

    def is_valid(self) -> bool:
        """Asks all of them, so that every mistake is told at once."""
        parts = (self.form, self.proposals, self.measures, self.figures)
        return len([part for part in parts if part.is_valid()]) == len(parts)

    def inputs_of_parts(self) -> Iterator[BoundField]:
        """Those of the proposals, the measures and the figures, in the page's order."""
        measures = (
            part for form, figures, _ in cards(self.measures, self.figures) for part in (form, *figures)
        )
        for part in (*self.proposals, *measures):
            yield from part.visible_fields()

    def values(self) -> ReplyValues:
        data = {name: self.form.cleaned_data[name] for name in OWN_FIELDS}
        data["co_agencies"] = tuple(sorted(data["co_agencies"]))
        data["topics"] = frozenset(data["topics"])
        data["outcome"] = data["outcome"] or Reply.Outcome.UNKNOWN
        return ReplyValues(
            **data,
            proposals=proposals_typed(self.proposals),
            measures=measures_typed(self.measures, self.figures),
        )
