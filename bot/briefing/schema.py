"""The JSON Schema of a brief, written beside the briefs for whoever reads them without our code."""

from __future__ import annotations

import json

from bot.briefing.models import Brief

SCHEMA = "schema.json"


def brief_schema() -> str:
    """The text of `briefs/schema.json` (JSON Schema 2020-12), made from the models, with every field's meaning."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Brief.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
