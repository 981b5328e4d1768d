"""A compendium that is wrong in every way, and the whole list of what is said about it.

`fixtures/wrong-in-every-way` has one practice whose fields and body break every rule that one file can
break at once. Beside it this test puts files that are wrong before anybody asks what they say: each of
them is refused by its form alone. The expected lists stand next to the folder's content.
"""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from generator.problems import Format
from tests.small_compendium import BRIEF, FIXTURES

FOLDER = FIXTURES / "wrong-in-every-way"
EXPECTED: dict[Format, str] = {"text": "expected.txt", "json": "expected.json", "github": "expected-github.txt"}
WRONG_BY_FORM: dict[str, bytes] = {
    "alias.md": b"---\ntitle: A\nsummary: *title\n---\n",
    "anchor.md": b"---\ntitle: &title A\n---\n",
    "bidirectional.md": "---\ntitle: A\u202eb\n---\n".encode(),
    "byte-order-mark.md": b"\xef\xbb\xbf---\ntitle: A\n---\n",
    "con.md": b"---\ntitle: A\n---\n",
    "duplicate.md": b"---\r\ntitle: A\r\nsummary: B\r\ntitle: C\r\n---\r\n",
    "empty-front-matter.md": b"---\n---\n",
    "Capital Letters.md": b"---\ntitle: A\n---\n",
    "hidden-behind-a-backslash.md": b'---\ntitle: "A\\u200bB"\n---\n',
    "latin-1.md": b"---\ntitle: caf\xe9\n---\n",
    "list.md": b"---\n- title\n---\n",
    "no-front-matter.md": b"## How it works\n",
    "not-yaml.md": b"---\ntitle: A: B\n---\n",
    "nul-character.md": b"---\ntitle: A\0\n---\n",
    "second-document.md": b"---\ntitle: A\n...\ntitle: B\n---\n",
    "tab.md": b"---\ntitle:\tA\n---\n",
    "tag.md": b"---\ntitle: !!python/object:os.system A\n---\n",
    "text-before.md": b"Text\n---\ntitle: A\n---\n",
    "too-deep.md": b"---\na: [[[[[[[[[]]]]]]]]]\n---\n",
    "too-large.md": b"---\ntitle: A\n---\n" + b"a" * 256 * 1024,
    "unterminated.md": b"---\ntitle: A\n",
    "utf-16.md": "---\ntitle: A\n---\n".encode("utf-16-le").join([b"\xff\xfe", b""]),
    "zero-width.md": "---\ntitle: A\u200bB\n---\n".encode(),
}
WRONG_BY_BODY = {"quotations": "> > > > > > > > > Too deep\n", "wide-table": "|a" * 21 + "|\n"}


def made(root: Path) -> Path:
    """The folder of a compendium that is wrong in every way."""
    shutil.copytree(FOLDER, root)
    for name, content in WRONG_BY_FORM.items():
        (root / "practices" / name).write_bytes(content)
    for name, body in WRONG_BY_BODY.items():
        in_order = (FIXTURES / "small" / BRIEF).read_text(encoding="utf-8").replace("Brief practice", name)
        (root / f"practices/{name}.md").write_text(in_order + body, encoding="utf-8", newline="\n")
    (root / "practices/folder.md").mkdir()
    (root / "practices/link.md").symlink_to(root / "pages/index.md")
    return root


@pytest.mark.parametrize("form", EXPECTED)
def test_everything_wrong_is_said_in_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Format
) -> None:
    monkeypatch.chdir(made(tmp_path / "wrong"))
    said = CliRunner().invoke(main, ["check", "--format", form])
    assert said.stdout == (FOLDER / EXPECTED[form]).read_text(encoding="utf-8")
    assert said.exit_code == 1
