"""Names to topics, and passages to words."""

from bot.lookup.answers import Ambiguous, Found, NotFound, Suggestion
from bot.lookup.index import NameIndex

__all__ = ["Ambiguous", "Found", "NameIndex", "NotFound", "Suggestion"]
