"""Answers as people type them, in the spelling of the schema."""

import pytest

from generator.editing.questions import file_stem, not_understood, plain, questions, understood
from generator.loading.compendium import REFERENCES
from generator.reading.folder import content_files

BY_PATH = {question.path: question for question in questions()}


@pytest.mark.parametrize(
    ("path", "typed", "values"),
    [
        ("title", "  Kids'\u00a0group\t(pilot) ", ("Kids' group (pilot)",)),
        ("title", "one, two; three", ("one, two; three",)),
        ("category", "Children and parents", ("children-and-parents",)),
        ("category", "CHILDREN", ("children",)),
        ("category", "kids", ("kids",)),
        ("countries", "Ireland, UK; nor", ("IE", "GB", "NO")),
        ("countries", "EU", ("EU",)),
        ("countries", "Republic of Nowhere", ("Republic of Nowhere",)),
        ("themes", "Early help\nearly-help, Child contact", ("early-help", "child-contact")),
        ("evidence.level", "Well founded", ("well-founded",)),
        ("region", "  ", ()),
    ],
)
def test_answer_is_understood_as_far_as_it_can_be(path: str, typed: str, values: tuple[str, ...]) -> None:
    assert understood(BY_PATH[path], [typed]) == values


def test_answer_outside_the_vocabulary_is_named_with_the_nearest_value() -> None:
    assert not_understood(BY_PATH["countries"], ["IE", "Irland"]) == (
        "'Irland' is not one of the values. Did you mean 'Ireland'?"
    )
    assert not_understood(BY_PATH["countries"], ["IE"]) == not_understood(BY_PATH["title"], ["x"]) == ""


def test_plain_text_keeps_letters_of_every_language() -> None:
    assert plain("Perhe\u00adkeskus\u200b — “Käärme”\r\n日本") == "Perhekeskus — “Käärme” 日本"


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Kids' group: first steps", "kids-group-first-steps"),
        ("Käärme ja Élan", "kaarme-ja-elan"),
        ("日本", "practice"),
        ("Con", "con-practice"),
        ("COM1", "com1-practice"),
        ("A" * 200, "a" * 60),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_file_name_is_made_of_any_title(title: str, stem: str) -> None:
    assert file_stem(title) == stem


@pytest.mark.parametrize("title", ["Con", "NUL", "Lpt1", "日本", "!", "x" * 300, "Ünïcode – dash"])
def test_made_file_name_passes_the_check(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    root = tmp_path_factory.mktemp("root")
    folder = root / REFERENCES.partition("/")[0]
    folder.mkdir()
    (folder / f"{file_stem(title)}.md").touch()
    assert content_files(folder, root)[1] == []


def test_questions_are_those_that_a_file_cannot_do_without() -> None:
    assert [question.path for question in questions() if question.required] == [
        "title", "summary", "status", "category", "field", "kind", "countries", "themes", "evidence.level",
        "sources.ref", "sources.locator",
    ]  # fmt: skip
