"""The briefs as they are served: found by name, opened one at a time, their citations read in place."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path

from bot.briefing.files import DOCUMENTS, read_brief, read_document, read_manifest
from bot.briefing.models import Brief, Citation, Manifest, Source, StoredDocument, ThemeEntry, TopicEntry
from bot.errors import BriefsError
from bot.lookup import spoken
from bot.lookup.answers import EXACT, Ambiguous, Answered, Found, Hit, NotFound, Reading, Spoken, Suggestion
from bot.lookup.conventions import same
from bot.lookup.dictionary import is_english
from bot.lookup.held import HeldFiles, as_built, hashes
from bot.lookup.index import NameIndex
from bot.lookup.kept import kept
from bot.lookup.keys import is_han
from bot.lookup.naming import Naming, han_names, naming
from bot.lookup.passages import PassageIndex
from bot.lookup.romanise import romanise
from bot.lookup.speaking import in_names, speaking, told
from bot.lookup.stems import are_forms, stem, terms
from bot.lookup.titles import bearers
from bot.lookup.wrapping import unwrapped
from bot.topics.names import compact
from bot.topics.words import FUNCTION

STRANGE = "президент Аба"
"""Somebody with an office, in another script: to look that up takes all tables of names."""


class Library:
    """A folder of briefs, open for reading. Nothing here touches the seeds or writes into that folder."""

    def __init__(
        self, folder: Path, manifest: Manifest, files: HeldFiles | None = None, indexes: Path | None = None
    ) -> None:
        self.folder = folder
        self.manifest = manifest
        self._files = files
        self._indexes = indexes
        self._topics = {topic.slug: topic for topic in manifest.topics}
        self._sources = {_key(source.id): source for source in manifest.sources}
        names = [(name, topic.slug) for topic in manifest.topics for name in topic.names]
        self._names = kept(indexes, "names", NameIndex, names, lambda: NameIndex(names))
        self._theme_names = NameIndex((name, theme.slug) for theme in manifest.themes for name in theme.names)

    @classmethod
    def open(cls, folder: Path, *, hold: bool = False, indexes: Path | None = None) -> Library:
        """Open the briefs in `folder`; BriefsError says what is wrong with them.

        Files are read when asked for, or, to `hold` them, all at once and checked against the manifest: what is held
        stays in service whatever becomes of the folder. What takes time to make is kept in the folder `indexes`, if one
        is given and can be made and written, and opened there the next time; else it is made anew, in memory.
        """
        manifest = read_manifest(folder)
        if not hold:
            return cls(folder, manifest, None, indexes)
        names = [f"{topic.slug}.json" for topic in manifest.topics] + _documents(manifest)
        read = partial(as_built, folder, manifest)
        files = kept(
            indexes,
            "files",
            HeldFiles,
            hashes(names, manifest, read),
            lambda: HeldFiles((name, read(name)) for name in names),
        )
        return cls(folder, manifest, files, indexes)

    def prepare(self) -> None:
        """Make or open the index of passages and read the dictionary and the tables of names, which the first questions
        would wait for."""
        _ = self._passages
        self._names.resolve(STRANGE)
        is_english("strange")

    def ask(self, query: str) -> Answered | Ambiguous | Spoken | NotFound:
        """Answer what a person typed: with a brief where its topic is sure, with names where it is not, and with
        passages where no name fits but the documents speak of it."""
        answer = self._names.resolve(query)
        if isinstance(answer, Ambiguous):
            return answer
        if isinstance(answer, Found) and self._is_another_word(query, answer.match):
            answer = NotFound(query, (answer.match,))
        if isinstance(answer, NotFound):
            inside = self._naming(query)
            return self._speak(query, inside, answer.suggestions) or inside.answer(query, answer.suggestions)
        # What is a name itself has no other beside it, and most who ask have chosen one: there is no need to look. Nor
        # is the land another of which somebody is the president.
        asked = {romanise(name) for name in (query, *bearers(unwrapped(query)))}
        if romanise(answer.match.name) not in asked and (inside := self._naming(query)).beside(answer.match):
            return self._speak(query, inside, ()) or inside.answer(query, ())
        return Answered(query, answer.match, self.brief(answer.match.slug))

    def _is_another_word(self, query: str, match: Suggestion) -> bool:
        """Whether a query is a word, only like a name, that the documents write in small letters: “timber” is not Tiber."""
        words = [word for word in unwrapped(query).split() if word.lower() not in FUNCTION]
        if len(words) != 1 or match.score == EXACT:
            return False
        word, own = romanise(words[0]), romanise(match.name)
        whole = compact(word) == compact(own) or same(word) == same(own)
        stems = [term.stem for term in terms(match.name)]
        form = len(stems) == 1 and are_forms(stem(words[0]), stems[0])
        return not (whole or form) and self._passages.writes(words[0])

    def speak(self, query: str) -> Spoken | None:
        """What the documents say of something that is no topic's name; None where that is not sure."""
        return self._speak(query, self._naming(query), ())

    def _speak(self, query: str, inside: Naming, near: Sequence[Suggestion]) -> Spoken | None:
        """What the documents say; what is only a part of one of the names that are `near` is better asked for by it."""
        offered = inside.offered(near)
        for one in inside.named:
            if statements := spoken.of_topic(self.brief(one.match.slug), one.part):
                return Spoken(query, spoken.brief(query, statements, self.sources()), offered)
        hits = speaking(_parted(query), self._passages)
        if not hits or (spoken.is_part(query, near) and in_names(query, hits)):
            return None
        return Spoken(query, spoken.brief(query, spoken.quoted(hits), self.sources()), offered)

    def _naming(self, query: str) -> Naming:
        return naming(query, self._names.resolve, self._han_names)

    @cached_property
    def _han_names(self) -> list[tuple[str, str]]:
        return han_names((name, topic.slug) for topic in self.manifest.topics for name in topic.names)

    def suggest(
        self, typed: str, limit: int = 25, asked: Mapping[str, float] | None = None
    ) -> list[Suggestion]:
        """Topics that a person still typing may mean, best first, as `NameIndex.suggest` finds them."""
        return self._names.suggest(typed, limit, asked)

    def brief(self, slug: str) -> Brief:
        """The brief of a topic in the manifest."""
        if slug not in self._topics:
            raise BriefsError(f"There is no brief {slug!r} in {self.folder}: it was built anew since.")
        return read_brief(self.folder, slug, self._data(f"{slug}.json"))

    def title(self, slug: str) -> str:
        """The title of a topic in the manifest."""
        return self._topics[slug].title

    def topics(self, theme: str | None = None) -> Sequence[TopicEntry]:
        """All topics, or those of the theme with this slug, weightiest first."""
        return [topic for topic in self.manifest.topics if theme is None or theme in topic.themes]

    def themes(self) -> Sequence[ThemeEntry]:
        """The curator's themes, in the curator's order."""
        return self.manifest.themes

    def theme(self, query: str) -> ThemeEntry | None:
        """The theme that a person named, by its name, an alias or with a typing error."""
        match self._theme_names.resolve(query):
            case Found(match=match):
                return next(theme for theme in self.manifest.themes if theme.slug == match.slug)
            case _:
                return None

    def suggest_themes(self, typed: str, limit: int = 25) -> list[ThemeEntry]:
        """Themes that a person still typing may mean; all of them for an empty text."""
        if not typed.strip():
            return list(self.manifest.themes[:limit])
        by_slug = {theme.slug: theme for theme in self.manifest.themes}
        return [by_slug[match.slug] for match in self._theme_names.suggest(typed, limit)]

    def sources(self) -> Sequence[Source]:
        """Every document of the corpus, newest first."""
        return self.manifest.sources

    def search(self, text: str, limit: int = 10) -> list[Hit]:
        """Passages that hold the words of `text`, best first; where none does, those that hold all but a question's."""
        return self._passages.search(text, limit) or self._passages.search(told(_parted(text)), limit)

    @cached_property
    def _passages(self) -> PassageIndex:
        names = _documents(self.manifest)
        read = self._files.read if self._files else partial(as_built, self.folder, self.manifest)
        documents = (
            read_document(self.folder, source.id, read(name))
            for source, name in zip(self.manifest.sources, names, strict=True)
        )
        made_of = hashes(names, self.manifest, read)
        return kept(self._indexes, "passages", PassageIndex, made_of, lambda: PassageIndex(documents))

    def reference(self, citation: Citation) -> str:
        """A short text that leads back to a citation, for a control's state (at most 45 characters).

        It names the document, the offsets and a check of the quote, so it outlives a rebuild of the briefs
        and notices when the document has changed under it.
        """
        return f"{_key(citation.source)}.{citation.start}.{citation.end}.{_check(citation.quote)}"

    def read(self, reference: str) -> Reading | None:
        """The passage that a reference leads to; None where the documents no longer hold those words."""
        try:
            key, first, last, check = reference.split(".")
            start, end = int(first), int(last)
        except ValueError:
            return None
        source = self._sources.get(key)
        if source is None:
            return None
        for paragraph in self._document(source.id).paragraphs:
            if paragraph.start <= start < end <= paragraph.end:
                text, offset = paragraph.text, paragraph.start
                quote = text[start - offset : end - offset]
                if _check(quote) != check:
                    return None
                return Reading(source, paragraph.number, text[: start - offset], quote, text[end - offset :])
        return None

    def _document(self, source: str) -> StoredDocument:
        return read_document(self.folder, source, self._data(f"{DOCUMENTS}/{source}.json"))

    def _data(self, name: str) -> bytes | None:
        """A file that is held; None for one that is to be read."""
        return self._files.read(name) if self._files else None


def _documents(manifest: Manifest) -> list[str]:
    """The files of the documents, in the order of the manifest."""
    return [f"{DOCUMENTS}/{source.id}.json" for source in manifest.sources]


def _parted(query: str) -> str:
    """A question in Chinese without what asks, which no space parts from what is asked; others as they are."""
    return unwrapped(query) if is_han(query) else query


def _key(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()[:10]


def _check(quote: str) -> str:
    return hashlib.sha256(quote.encode()).hexdigest()[:6]
