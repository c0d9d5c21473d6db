"""Measures and their figures as rows of a form.

Figures stand in one flat set; each says by `measure` in which row of the measures it belongs, so that rows
can be added and moved without renaming what is in them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from replies.admin.form_fields import NumberField, PartialDateField
from replies.ingest.values import FigureValues, MeasureValues
from replies.models import Figure, Measure
from replies.text.indicators import INDICATORS

INDICATOR_CHOICES = [("", "—"), *((item.slug, item.label_zh) for item in INDICATORS)]
MEASURE_NAMES = ("heading", "phase", "text", "marker", "section", "deadline", "is_section", "start", "end")
FIGURE_NAMES = ("text", "value", "unit", "role", "deadline", "indicator", "start", "end")


class MeasureForm(forms.Form):
    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    place = forms.IntegerField(label=_("次序"), required=False, min_value=0, max_value=9999)
    heading = forms.CharField(label=_("要点"), max_length=200, required=False)
    phase = forms.ChoiceField(label=_("阶段"), choices=Measure.Phase.choices, required=False)
    marker = forms.CharField(label=_("序号"), max_length=20, required=False)
    section = forms.CharField(label=_("所在部分"), max_length=200, required=False)
    deadline = PartialDateField(label=_("期限"), max_length=12, required=False)
    text = forms.CharField(
        label=_("原文"), required=False, widget=forms.Textarea(attrs={"rows": 3}), strip=False
    )
    topics = forms.CharField(required=False, widget=forms.HiddenInput)
    is_section = forms.BooleanField(label=_("整段"), required=False)
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.says_something() and not data.get("heading"):
            self.add_error("heading", _("请写出这项措施的要点，或将它删除。"))
        return data

    def says_something(self) -> bool:
        return any(self.cleaned_data.get(name) for name in ("heading", "text", "section", "marker"))

    def values(self, figures: tuple[FigureValues, ...]) -> MeasureValues:
        data = {name: self.cleaned_data[name] for name in MEASURE_NAMES}
        data["phase"] = data["phase"] or Measure.Phase.DONE
        data["text"] = data["text"].replace("\r\n", "\n") or data["heading"]
        if data["start"] is None or data["end"] is None or data["start"] > data["end"]:
            data["start"] = data["end"] = None
        topics = frozenset(self.cleaned_data["topics"].split())
        return MeasureValues(**data, topics=topics, figures=figures, pk=self.cleaned_data["pk"])


class FigureForm(forms.Form):
    measure = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    text = forms.CharField(label=_("前后文字"), max_length=300, required=False)
    value = NumberField(label=_("数值"), required=False, max_digits=20, decimal_places=4)
    unit = forms.CharField(label=_("单位"), max_length=20, required=False)
    role = forms.ChoiceField(label=_("性质"), choices=Figure.Role.choices, required=False)
    deadline = PartialDateField(label=_("期限"), max_length=12, required=False)
    indicator = forms.ChoiceField(label=_("指标"), choices=INDICATOR_CHOICES, required=False)
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def values(self) -> FigureValues | None:
        """None for an empty row."""
        if not self.cleaned_data:
            return None
        data = {name: self.cleaned_data[name] for name in FIGURE_NAMES}
        if not data["text"] and data["value"] is None:
            return None
        data["role"] = data["role"] or Figure.Role.RESULT
        if data["value"] is not None:
            data["value"] = data["value"].quantize(QUANTUM)
        data["text"] = data["text"] or f"{data['value'].normalize():f}{data['unit']}"
        return FigureValues(**data)


QUANTUM = Figure._meta.get_field("value").to_python("0.0001")

MeasureFormSet = forms.formset_factory(MeasureForm, extra=1, can_delete=True, max_num=400, absolute_max=500)
FigureFormSet = forms.formset_factory(FigureForm, extra=0, can_delete=True, max_num=2000, absolute_max=2500)


def measure_initial(measures: tuple[MeasureValues, ...]) -> list[dict[str, Any]]:
    return [
        {
            **{name: getattr(measure, name) for name in MEASURE_NAMES},
            "pk": measure.pk,
            "place": position,
            "topics": " ".join(sorted(measure.topics)),
        }
        for position, measure in enumerate(measures, 1)
    ]


def figure_initial(measures: tuple[MeasureValues, ...]) -> list[dict[str, Any]]:
    """The figures of all measures, and after those of each an empty row to add one in."""
    rows: list[dict[str, Any]] = []
    for row, measure in enumerate(measures):
        rows += [_figure_row(figure, row) for figure in measure.figures]
        rows.append({"measure": row})
    return [*rows, {"measure": len(measures)}]


def _figure_row(figure: FigureValues, row: int) -> dict[str, Any]:
    shown = {name: getattr(figure, name) for name in FIGURE_NAMES}
    if figure.value is not None:
        shown["value"] = f"{figure.value.normalize():f}"
    return {**shown, "measure": row}


def measures_typed(measures: Any, figures: Any) -> tuple[MeasureValues, ...]:
    """What the rows say, in the order that their numbers give."""
    by_row = _figures_by_row(figures)
    said = (
        (row, form)
        for row, form in _in_order(measures)
        if form.says_something() and not measures._should_delete_form(form)
    )
    return tuple(form.values(tuple(by_row[row])) for row, form in said)


def _in_order(measures: Any) -> list[tuple[int, MeasureForm]]:
    """The rows by the numbers that stand in them.  Of two with one number, the row that came there from
    below goes before, one from above behind."""
    rows = [(*_place(form), row, form) for row, form in enumerate(measures.forms)]
    return [(row, form) for *_place_, row, form in sorted(rows, key=lambda item: item[:3])]


def _place(form: MeasureForm) -> tuple[float, int]:
    typed, before = str(form["place"].value() or ""), form.initial.get("place", math.inf)
    place = int(typed) if typed.isdecimal() else math.inf
    return place, (place > before) - (place < before)


def _figures_by_row(figures: Any) -> defaultdict[int, list[FigureValues]]:
    by_row: defaultdict[int, list[FigureValues]] = defaultdict(list)
    for form in figures.forms:
        values = None if figures._should_delete_form(form) else form.values()
        if values is not None:
            by_row[form.cleaned_data["measure"] or 0].append(values)
    return by_row


def cards(measures: Any, figures: Any) -> Iterator[tuple[MeasureForm, list[FigureForm], bool]]:
    """Each measure's form with the forms of its figures, as the page shows them; `is_open` where there is
    a mistake to be seen."""
    by_row: defaultdict[str, list[FigureForm]] = defaultdict(list)
    for form in figures.forms:
        by_row[str(form["measure"].value())].append(form)
    for row, form in _in_order(measures):
        parts = [form, *by_row[str(row)]]
        yield form, by_row[str(row)], any(part.errors for part in parts)
