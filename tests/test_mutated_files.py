"""Real files, broken at random: whatever an editor or a machine does to one, the answer is a list of problems.

And the largest files that are allowed, filled with what readers of Markdown and YAML find hardest: the
answer comes in good time.
"""

import shutil
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.loading.compendium import load
from generator.problems import Problem, render
from generator.reading.characters import MAX_BYTES
from tests.small_compendium import FIXTURES

PROJECT = Path(__file__).parent.parent
SECONDS = 6
"""Time for the largest hostile file, on a machine busy with other things."""

SNIPPETS = tuple(
    line.encode().decode("unicode_escape").encode("latin-1")
    for line in (FIXTURES / "snippets.txt").read_text(encoding="ascii").splitlines()
)
"""Pieces that mean something to one reader or another; in the file each stands on a line, with backslashes."""
KINDS = {
    "practices": sorted((PROJECT / "practices").glob("*.md")),
    "references": [PROJECT / "practices/references.yaml"],
    "indicators": sorted((PROJECT / "indicators").glob("*.md")),
    "pages": sorted((PROJECT / "pages").glob("*.md")),
}


@st.composite
def mutated(draw: st.DrawFn, kind: str) -> tuple[str, bytes]:
    """The path of a real file of a kind, and its content after one to five mutations."""
    file = draw(st.sampled_from(KINDS[kind]))
    content = file.read_bytes()
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.one_of(st.just(0), st.integers(0, 400))))
        middle = draw(
            st.one_of(
                st.just(b""),
                st.just(content[start:end] * 2),
                st.sampled_from(SNIPPETS),
                st.binary(max_size=3),
            )
        )
        content = content[:start] + middle + content[end:]
    return file.relative_to(PROJECT).as_posix(), content


def problems_of(path: str, content: bytes) -> list[Problem]:
    """The problems of a small compendium in which one file has this content."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "compendium"
        shutil.copytree(FIXTURES / "small", root)
        (root / path).write_bytes(content)
        return load(root)[1]


def has_its_place(problem: Problem, content: bytes) -> bool:
    """Whether line and column of a problem exist in the file, its end included."""
    lines = content.decode("utf-8", errors="replace").replace("\r\n", "\n").split("\n")
    return 1 <= problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@pytest.mark.parametrize(
    ("kind", "examples"), [("practices", 120), ("references", 25), ("indicators", 25), ("pages", 25)]
)
def test_broken_file_gives_problems_with_places_and_never_a_traceback(kind: str, examples: int) -> None:
    @settings(max_examples=examples)
    @given(mutated(kind))
    def every_problem_has_its_place(case: tuple[str, bytes]) -> None:
        path, content = case
        found = problems_of(path, content)
        assert [
            problem for problem in found if problem.path == path and not has_its_place(problem, content)
        ] == []
        assert all(problem.rule and problem.message and problem.fix for problem in found)
        assert render(found, "text").count("\n") == max(len(set(found)) - 1, 0)

    every_problem_has_its_place()


def filled(before: str, pattern: str, after: str = "") -> bytes:
    """The largest file that is allowed, filled with a pattern; `#` in it is the number of its repetition."""
    room = MAX_BYTES - len((before + after).encode())
    if "#" not in pattern:
        return (before + pattern * (room // len(pattern.encode())) + after).encode()
    longest = pattern.replace("#", "10000")
    count = min(room // len(longest.encode()), 30_000)
    return (before + "".join(pattern.replace("#", str(number)) for number in range(count)) + after).encode()


BODY = "---\ntitle: A\nentry: brief\n---\n"
FIELDS = "---\ntitle: A\n"
END = "---\n\n## How it works\n"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(filled(BODY, ">"), id="quotations in quotations"),
        pytest.param(filled(BODY, "> > > > > > > > a\n\n"), id="quotations as deep as allowed"),
        pytest.param(filled(BODY, "- > "), id="lists and quotations in turn"),
        pytest.param(filled(BODY, "["), id="brackets"),
        pytest.param(filled(BODY, "**a*"), id="emphasis"),
        pytest.param(filled(BODY, "## a\n"), id="one heading again and again"),
        pytest.param(filled(BODY, "## a#\n"), id="other headings"),
        pytest.param(filled(BODY, "[a](x:y) "), id="unsafe links in one line"),
        pytest.param(filled(BODY, "[a](x#.md) "), id="links that lead to nothing"),
        pytest.param(filled(BODY, "[@x#] "), id="citations without a place"),
        pytest.param(filled(BODY, "[@x#, p. 1] "), id="citations of nothing"),
        pytest.param(filled(BODY, "<b>"), id="HTML"),
        pytest.param(filled(BODY, "<a ", "<b>"), id="beginnings of HTML"),
        pytest.param(filled(BODY, "<b>`a`"), id="HTML beside code"),
        pytest.param(filled(BODY, "[^1] ", "\n\n[^1]: a"), id="one note, many marks"),
        pytest.param(filled(BODY, "[^#]\n\n[^#]: a\n\n"), id="many notes"),
        pytest.param(filled(BODY, "|a" * 20 + "|\n"), id="table lines"),
        pytest.param(filled(BODY, "&#x202e;"), id="hidden characters behind entities"),
        pytest.param(filled(BODY, "![a](https://x.y/#) "), id="pictures from elsewhere"),
        pytest.param(filled(BODY, "\0"), id="characters that cannot be seen"),
        pytest.param(filled(BODY, "- \u00a0\n"), id="spaces that are none"),
        pytest.param(filled(FIELDS, "a#: x\n", END), id="fields that do not exist"),
        pytest.param(filled(FIELDS, "a: x\n", END), id="one field again and again"),
        pytest.param(filled(FIELDS + "themes: [", "x,", "]\n" + END), id="a list of anything"),
        pytest.param(filled(FIELDS + "sources:\n", "- {ref: x#, locator: y}\n", END), id="sources"),
        pytest.param(filled(FIELDS + "related: [", "x#,", "]\n" + END), id="related practices"),
        pytest.param(filled(FIELDS + "indicators:\n", "  #: {criteria: [H4.9]}\n", END), id="indicators"),
        pytest.param(filled(FIELDS + "summary: ", "[" , "\n" + END), id="lists in lists"),
        pytest.param(filled(FIELDS + 'summary: "', "\\n", '"\n' + END), id="backslashes"),
    ],
)  # fmt: skip
def test_largest_hostile_file_is_answered_in_good_time(content: bytes) -> None:
    assert MAX_BYTES * 0.5 < len(content) <= MAX_BYTES
    begun = time.process_time()
    found = problems_of("practices/hostile.md", content)
    assert time.process_time() - begun < SECONDS
    assert found
