"""What is worked out of a document once."""

from bot.corpus.reader import make_document


def test_what_is_worked_out_is_remembered_with_its_document() -> None:
    """A second question of the same kind is answered from memory, nothing and all; another document has its own."""
    one, two = (make_document(name, f"{name}.txt", "The lake is salt.") for name in ("one", "two"))
    asked: list[str] = []
    for document in (one, one, two):
        assert document.once("colour", lambda: asked.append("asked")) is None
    assert asked == ["asked", "asked"]
    assert one == make_document("one", "one.txt", "The lake is salt.")
