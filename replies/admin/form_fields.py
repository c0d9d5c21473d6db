"""Form fields that take what a letter or a clerk writes: 2019年7月2日, 甲、乙, 濮阳市."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from replies.ingest.matching import places_named
from replies.ingest.values import Contact
from replies.models import City
from replies.text.numerals import DATE, chinese_number, date_of, whole_number

_BETWEEN_NAMES = re.compile(r"[、，,；;\n]+")
_PHONE = re.compile(r"[0-9０-９+＋（(][0-9０-９\-－—()（） ]{4,}$")


class PlaceField(forms.CharField):
    """A division by any of its names; the value is its code, None for nothing."""

    def clean(self, value: Any) -> str | None:
        name = super().clean(value)
        if not name:
            return None
        found = places_named(name)
        if not found:
            raise forms.ValidationError(_("地区表里没有“%(name)s”，请从提示中选择。") % {"name": name})
        if len(found) > 1:
            names = "、".join(city.full_name for city in found[:6])
            raise forms.ValidationError(
                _("叫“%(name)s”的地区不止一个，请写全称：%(names)s。") % {"name": name, "names": names}
            )
        return found[0].pk

    def prepare_value(self, value: Any) -> Any:
        city = City.objects.filter(pk=value).first() if isinstance(value, str) and value.isdigit() else None
        return city.full_name if city else value


class LetterDateField(forms.CharField):
    """A date as letters write it or in ISO form; the value is a date, None for nothing."""

    def clean(self, value: Any) -> date | None:
        words = super().clean(value)
        if not words:
            return None
        match = DATE.search(words)
        found = date_of(match) if match else None
        if found is None:
            raise forms.ValidationError(_("看不懂这个日期，请写成 2019-07-02 或 2019年7月2日。"))
        return found

    def prepare_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value


class NamesField(forms.CharField):
    """Several names between 、 or commas or lines; the value is a tuple without repeats.  `longest` is what
    one name may have, as where a whole sentence was taken from the letter."""

    def __init__(self, *args: Any, longest: int = 300, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.longest = longest

    def clean(self, value: Any) -> tuple[str, ...]:
        names = (name.strip() for name in _BETWEEN_NAMES.split(super().clean(value)))
        several = tuple(dict.fromkeys(name for name in names if name))
        for name in several:
            if len(name) > self.longest:
                told = _("“%(name)s…”太长：一个名称最多 %(longest)d 字，几个名称之间用“、”分开。")
                raise forms.ValidationError(told % {"name": name[:12], "longest": self.longest})
        return several

    def prepare_value(self, value: Any) -> Any:
        return "、".join(value) if isinstance(value, tuple | list | frozenset) else value


class ContactsField(forms.CharField):
    """A contact a line: the name, then the telephone."""

    widget = forms.Textarea(attrs={"rows": 2})

    def clean(self, value: Any) -> tuple[Contact, ...]:
        lines = (line.strip() for line in super().clean(value).splitlines())
        return tuple(_contact(line) for line in lines if line)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return "\n".join(f"{contact.name} {contact.phone}".strip() for contact in value)
        return value


def _contact(line: str) -> Contact:
    phone = _PHONE.search(line)
    if phone is None:
        return Contact(name=line)
    return Contact(name=line[: phone.start()].strip(" ：:　"), phone=phone.group().strip())


class OrdinalField(forms.CharField):
    """13, 十三 or 第十三; the value is a number, None for nothing."""

    def clean(self, value: Any) -> int | None:
        words = str(super().clean(value) or "").strip("第届次 ")
        if not words:
            return None
        number = whole_number(words)
        if number is None or not 0 < number < 1000:
            raise forms.ValidationError(_("请填数字，例如 13。"))
        return number


class NumberField(forms.DecimalField):
    """A number as letters write it, 1,200 or １．２ or 三十: in a box that takes words, so that what was
    typed or taken from the letter is still there when it is no number."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})
    default_error_messages = {"invalid": _("请只填数字，例如 1200、1.2 或三十。")}

    def to_python(self, value: Any) -> Any:
        words = re.sub(r"[,，\s]", "", unicodedata.normalize("NFKC", str(value or "")))
        number = chinese_number(words) if len(words) <= 20 else None
        return super().to_python(words if number is None else number)


class PartialDateField(forms.CharField):
    """A deadline: a year, a year and month, or a date, in ISO form."""

    def clean(self, value: Any) -> str:
        words = super().clean(value).replace("年", "-").replace("月", "-").replace("日", "").rstrip("-")
        if not words:
            return ""
        match = re.fullmatch(r"((?:19|20)\d\d)(?:-(\d{1,2}))?(?:-(\d{1,2}))?", words)
        if match is None or not _is_date(match):
            raise forms.ValidationError(_("请写成 2025、2025-06 或 2025-06-30。"))
        return "-".join(part.zfill(2) for part in match.groups() if part)


def _is_date(match: re.Match[str]) -> bool:
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
