"""The JSON Schema beside the briefs is what the briefs are."""

import json
from pathlib import Path

import jsonschema

from bot.briefing.building.build import build
from bot.briefing.models import Brief
from bot.briefing.schema import SCHEMA, brief_schema
from tests.samples import briefs

SEEDS = Path(__file__).parents[2] / "seeds"


def test_every_brief_validates(tmp_path: Path) -> None:
    """Each brief that a build of the shipped seeds writes is valid against the schema that it writes."""
    build(SEEDS, tmp_path)
    schema = json.loads((tmp_path / SCHEMA).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    paths = [path for path in tmp_path.glob("*.json") if path.name not in (SCHEMA, "manifest.json")]
    assert len(paths) > 100
    for path in paths:
        validator.validate(json.loads(path.read_text()))


def test_what_is_no_brief_does_not_validate() -> None:
    """A missing quote and an unknown field are refused."""
    validator = jsonschema.Draft202012Validator(json.loads(brief_schema()))
    good = briefs()[0].model_dump(mode="json")
    assert validator.is_valid(good)
    assert not validator.is_valid({**good, "more": 1})
    good["figures"][0]["citation"].pop("quote")
    assert not validator.is_valid(good)


def test_every_field_says_what_it_is() -> None:
    """The new fields carry their meaning into the schema."""
    properties = Brief.model_json_schema()["$defs"]
    for model, names in {
        "Statement": ("said_by", "publishers"),
        "Figure": ("as_of_basis", "role", "amount"),
        "Event": ("date_basis", "planned", "citations"),
    }.items():
        assert all(properties[model]["properties"][name].get("description") for name in names), model
