"""Where the development sets are."""

from __future__ import annotations

import os
from pathlib import Path

BESIDE = Path(__file__).parents[3] / "shared" / "eval"


def folder() -> Path:
    """What BRIEFBOT_EVAL_DIR says, else `../shared/eval` beside the checkout; it may not be there."""
    return Path(os.environ.get("BRIEFBOT_EVAL_DIR") or BESIDE).resolve()
