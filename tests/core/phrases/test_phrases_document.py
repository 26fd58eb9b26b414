"""docs/phrases.md says what the tables say."""

from scripts.make_phrases import TARGET, document
from tests.core.phrases.tables import LOCALES, tables


def test_the_document_is_up_to_date():
    assert TARGET.read_text("utf-8") == document(), "make phrases writes it anew"


def test_every_language_with_a_table_has_a_locale():
    assert {table.language for table in tables()} <= set(LOCALES)
