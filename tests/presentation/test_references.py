"""Documents as data for programs that cite."""

from generator.presentation.references import csl_item
from generator.schema.reference import Reference
from tests.presentation.everything import DOCUMENT


def test_document_is_a_csl_item_with_its_dates_in_parts() -> None:
    assert csl_item(DOCUMENT) == {
        "id": "chalvi-2007",
        "type": "chapter",
        "title": "Titleword",
        "language": "nl",
        "title-short": "Shortword",
        "author": [
            {"family": "Familyone", "given": "Givenone"},
            {"family": "Familytwo", "given": "Giventwo"},
            {"literal": "Bodyword"},
        ],
        "issued": {"date-parts": [[2007, 8]]},
        "accessed": {"date-parts": [[2026, 2, 3]]},
        "publisher": "Publisherword",
        "publisher-place": "Placeword",
        "container-title": "Containerword",
        "URL": "https://example.org/document",
        "note": "Noteword",
    }


def test_document_that_names_no_more_than_it_must_is_as_short_as_csl_item() -> None:
    document = Reference.model_validate({"id": "a-report", "type": "report", "title": "A report"})
    assert csl_item(document) == {"id": "a-report", "type": "report", "title": "A report"}
