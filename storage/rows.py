"""Frozen values to JSON-able data and back, told by their type hints."""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

_T = TypeVar("_T")


def to_plain(value: Any) -> Any:
    """A value of `claims.values` as lists, numbers and strings, field by field."""
    if dataclasses.is_dataclass(value):
        return [to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value


def from_plain(kind: type[_T], data: Any) -> _T:
    """The value of type `kind` that `to_plain` made `data` of."""
    return typing.cast("_T", _restore(kind, data))


def _restore(kind: Any, data: Any) -> Any:
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        # Fields are only ever added at the end, with a default: what an earlier version kept
        # may have fewer.
        return kind(*(_restore(hint, item) for hint, item in zip(_hints(kind), data, strict=False)))
    origin = typing.get_origin(kind)
    if origin is tuple:
        kinds = typing.get_args(kind)
        if kinds[-1] is Ellipsis:
            return tuple(_restore(kinds[0], item) for item in data)
        return tuple(_restore(one, item) for one, item in zip(kinds, data, strict=True))
    if origin in {types.UnionType, typing.Union}:
        if data is None:
            return None
        return _restore(next(one for one in typing.get_args(kind) if one is not type(None)), data)
    if kind is datetime:
        return datetime.fromisoformat(data)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(data)
    return data


@cache
def _hints(kind: type) -> tuple[Any, ...]:
    hints = typing.get_type_hints(kind)
    return tuple(hints[field.name] for field in dataclasses.fields(kind))
