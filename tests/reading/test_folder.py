"""A folder of content files: what may lie in it and under which names."""

import os
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.problems import render
from generator.reading.folder import content_files, read_document, read_text

NAME_FIX = "small letters a-z, digits, hyphens, and '.md'."


def made(root: Path, *names: str) -> Path:
    """A folder with empty files of these names."""
    folder = root / "practices"
    folder.mkdir()
    for name in names:
        (folder / name).touch()
    return folder


def pretended(folder: Path, *names: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that says it holds files of these names, which not every computer could hold."""
    entries = [SimpleNamespace(name=name, is_symlink=lambda: False, is_file=lambda: True) for name in names]
    monkeypatch.setattr(os, "scandir", lambda _: nullcontext(entries))
    return folder


def problems(folder: Path) -> str:
    return render(content_files(folder, folder.parent)[1], "text")


def not_allowed(name: str, suggestion: str) -> str:
    return (
        f"practices/{name}:1:1: file-name: The file name {name!r} is not allowed. "
        f"Rename it to {suggestion!r}: {NAME_FIX}"
    )


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Meitheal.md", "meitheal.md"),
        ("meitheal.MD", "meitheal.md"),
        ("meitheal.markdown", "meitheal.md"),
        ("meitheal", "meitheal.md"),
        ("meitheal.txt", "meitheal-txt.md"),
        ("two words.md", "two-words.md"),
        ("snake_case.md", "snake-case.md"),
        ("école-des-parents.md", "ecole-des-parents.md"),
        ("-dash-.md", "dash.md"),
        ("two--dashes.md", "two-dashes.md"),
        ("a.b.md", "a-b.md"),
        ("子供.md", "practice.md"),
    ],
)
def test_name_outside_the_pattern_is_refused_with_one_inside_it(
    tmp_path: Path, name: str, suggestion: str
) -> None:
    assert problems(made(tmp_path, name)) == not_allowed(name, suggestion)


@pytest.mark.parametrize(
    "name", ["con.md", "prn.md", "aux.md", "nul.md", "com1.md", "lpt9.md", "a" * 78 + ".md"]
)
def test_name_that_some_computers_cannot_hold_is_refused(tmp_path: Path, name: str) -> None:
    assert problems(made(tmp_path, name)) == (
        f"practices/{name}:1:1: file-name: The file name {name!r} cannot be used on every computer. "
        "Choose another of at most 80 characters."
    )


@pytest.mark.parametrize(
    "name", ["meitheal.md", "a.md", "7-steps.md", "console.md", "com10.md", "a" * 77 + ".md"]
)
def test_plain_name_is_kept(tmp_path: Path, name: str) -> None:
    folder = made(tmp_path, name)
    assert content_files(folder, tmp_path) == ([folder / name], [])


@pytest.mark.parametrize(
    ("name", "shown", "suggestion"),
    [
        pytest.param("caf\udce9.md", "caf\\udce9.md", "caf.md", id="bytes that are no text"),
        pytest.param("a\nb.md", "a\\nb.md", "a-b.md", id="line end"),
        pytest.param("a\u202eb.md", "a\\u202eb.md", "ab.md", id="bidirectional override"),
    ],
)
def test_name_that_cannot_be_printed_is_spelled_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, shown: str, suggestion: str
) -> None:
    folder = pretended(made(tmp_path), name, monkeypatch=monkeypatch)
    files, found = content_files(folder, tmp_path)
    assert files == []
    assert render(found, "text") == (
        f"practices/{shown}:1:1: file-name: The file name '{shown}' is not allowed. "
        f"Rename it to {suggestion!r}: {NAME_FIX}"
    )


def test_names_that_differ_in_case_alone_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = pretended(made(tmp_path), "Meitheal.md", "meitheal.md", monkeypatch=monkeypatch)
    assert problems(folder) == "\n".join(
        [
            not_allowed("Meitheal.md", "meitheal.md"),
            "practices/meitheal.md:1:1: file-name: 'meitheal.md' and 'Meitheal.md' are one name "
            "on Windows and macOS. Rename one of them.",
        ]
    )


def test_link_is_refused_even_to_a_file_in_order(tmp_path: Path) -> None:
    folder = made(tmp_path, "real.md")
    (folder / "linked.md").symlink_to(folder / "real.md")
    (folder / "lost.md").symlink_to(folder / "nowhere.md")
    files, found = content_files(folder, tmp_path)
    assert files == [folder / "real.md"]
    assert render(found, "text") == (
        "practices/linked.md:1:1: not-a-file: This is a link. Put the file itself here.\n"
        "practices/lost.md:1:1: not-a-file: This is a link. Put the file itself here."
    )


def test_folder_and_pipe_are_refused(tmp_path: Path) -> None:
    folder = made(tmp_path, "real.md")
    (folder / "folder.md").mkdir()
    os.mkfifo(folder / "pipe.md")
    files, found = content_files(folder, tmp_path)
    assert files == [folder / "real.md"]
    assert render(found, "text") == (
        "practices/folder.md:1:1: not-a-file: This is not a regular file. Only Markdown files belong here.\n"
        "practices/pipe.md:1:1: not-a-file: This is not a regular file. Only Markdown files belong here."
    )


def test_missing_folder_is_a_problem(tmp_path: Path) -> None:
    assert problems(tmp_path / "practices") == (
        "practices:1:1: no-folder: There is no folder 'practices'. Create it."
    )


def test_files_come_in_the_order_of_their_names_without_hidden_and_expected_ones(tmp_path: Path) -> None:
    folder = made(tmp_path, "b.md", "a.md", ".DS_Store", ".a.md.swp", "references.yaml", "c.md")
    files, found = content_files(folder, tmp_path, beside=("references.yaml",))
    assert [file.name for file in files] == ["a.md", "b.md", "c.md"]
    assert found == []


def test_file_without_problems_becomes_a_document(tmp_path: Path) -> None:
    folder = made(tmp_path)
    (folder / "a.md").write_bytes(b"---\r\ntitle: A\r\n---\r\n\r\nText\r\n")
    document, found = read_document(folder / "a.md", tmp_path)
    assert found == []
    assert document is not None
    assert (document.path, document.fields, document.body) == ("practices/a.md", {"title": "A"}, "\n\nText")


def test_lines_are_counted_the_same_with_line_ends_of_windows(tmp_path: Path) -> None:
    folder = made(tmp_path)
    text = "---\ntitle: A\nb: &c d\n---\n"
    (folder / "unix.md").write_bytes(text.encode())
    (folder / "windows.md").write_bytes(text.replace("\n", "\r\n").encode())
    found = [read_document(folder / name, tmp_path)[1] for name in ("unix.md", "windows.md")]
    assert [[(problem.line, problem.column, problem.rule) for problem in each] for each in found] == [
        [(3, 4, "yaml-anchor")],
        [(3, 4, "yaml-anchor")],
    ]


@pytest.mark.parametrize("kind", ["missing", "link", "folder"])
def test_list_of_references_must_be_a_regular_file(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "references.yaml"
    if kind == "link":
        (tmp_path / "real.yaml").touch()
        file.symlink_to(tmp_path / "real.yaml")
    elif kind == "folder":
        file.mkdir()
    text, found = read_text(file, tmp_path)
    assert text == ""
    assert render(found, "text") == (
        "references.yaml:1:1: not-a-file: There is no file 'references.yaml'. "
        "Create it as a regular file, not a link."
    )
