"""The published JSON Schema says of a tool's file what the program says."""

from __future__ import annotations

import copy
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest

from msp_desktop import yaml_text
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import shipped
from msp_desktop.tools.schema import schema
from tests.tools.test_faults import GOOD

PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "tool.schema.json"
SHAPES = jsonschema.Draft202012Validator(schema())
SKELETON = files("resources").joinpath("skeleton/tool.yaml").read_text("utf-8")


def plain(text: str) -> Any:  # noqa: ANN401 - any YAML value
    return copy.deepcopy(yaml_text.read(text).value)


def test_what_is_published_is_what_is_derived() -> None:
    written = json.loads(PUBLISHED.read_text("utf-8"))
    assert written == json.loads(json.dumps(schema())), (
        "Write it anew: python -m msp_desktop tool schema > docs/tool.schema.json"
    )


def test_it_is_a_schema_itself() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("tool", shipped(), ids=lambda tool: tool.key)
def test_every_shipped_file_fits_it(tool: Definition) -> None:
    assert not [error.message for error in SHAPES.iter_errors(plain(tool.source))]


def test_the_first_file_fits_it() -> None:
    text = SKELETON.replace("KEY", "mine", 1).replace("TITLE", "Mine")
    assert not [error.message for error in SHAPES.iter_errors(plain(text))]


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("type: long", "type: lng"), ("version: 1", "version: one"), ("group: safety", "group: safty"),
        ("topic: {", "Topic: {"), ("ask: What is it?", "asks: What is it?"), ("purpose: Try every fault.", ""),
        ("version: 1", "version: 1\nis_ours: true"), ("blank: A", "blank: D"), ("good: Good", "good: [Good]"),
    ],
)  # fmt: skip
def test_what_the_program_refuses_for_its_shape_does_not_fit(written: str, instead: str) -> None:
    assert SHAPES.is_valid(plain(GOOD))
    assert written in GOOD
    assert not SHAPES.is_valid(plain(GOOD.replace(written, instead)))
