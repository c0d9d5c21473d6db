"""Inputs made without templates say what Django's templates say."""

from __future__ import annotations

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates

from archive.form_rendering import QuickRenderer

SHARP = "<b>&\"'"


class Every(forms.Form):
    name = forms.CharField(label=f"名称{SHARP}", required=False, max_length=5, help_text="说明")
    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 2, "autofocus": True}), required=False)
    number = forms.DecimalField(required=False, max_digits=20, decimal_places=4, min_value=0)
    day = forms.DateField(required=False)
    tick = forms.BooleanField(label="", required=True)
    hidden = forms.IntegerField(widget=forms.HiddenInput, required=False)
    choice = forms.ChoiceField(choices=[("", "—"), ("a", SHARP), (3, "三")], required=False)
    grouped = forms.ChoiceField(choices=[("组", [("x", "甲")]), ("y", "乙")], required=False)
    several = forms.MultipleChoiceField(choices=[("a", "甲")], widget=forms.CheckboxSelectMultiple)


def shown(renderer, **kwargs):
    """All of a form: labels, mistakes and inputs; blanks between tags and at lines' ends say nothing."""
    form = Every(renderer=renderer(), **kwargs)
    parts = (part for field in form for part in (field.label_tag(), field.errors, field))
    return ["".join(str(part).split()) for part in parts]


@pytest.mark.parametrize(
    "kwargs",
    [
        {},
        {"initial": {"name": SHARP, "text": f"\n{SHARP}", "number": 0, "tick": True, "choice": 3}},
        {"data": {"name": "far too long", "number": "-1", "choice": "a", "grouped": "x", "several": ["a"]}},
        {"prefix": "row-0", "label_suffix": "：", "initial": {"hidden": 12_345_678}},
    ],
)
def test_inputs_are_as_djangos_templates_make_them(kwargs):
    assert shown(QuickRenderer, **kwargs) == shown(DjangoTemplates, **kwargs)


def test_what_was_typed_is_never_markup():
    assert "<b>" not in "".join(shown(QuickRenderer, data={"name": "<b>", "text": "<b>", "choice": "<b>"}))
