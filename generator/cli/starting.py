"""The command that begins a compendium in another folder: it reads what it begins with, and writes it."""
# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that the others start quickly

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from generator.package_files import carried

LEFT_ALONE = frozenset({".git", ".DS_Store", "Thumbs.db", "desktop.ini"})
"""What may lie in a folder in which a compendium is begun: a fresh clone, and what file managers leave."""

NEXT = """\
Made {folder}: a compendium without practices. What comes next:
  1. Go there:                  cd {quoted}
  2. Make a first practice:     compendium new
  3. See whether all is well:   compendium check
  4. Make the site:             compendium build
Its README.md says what to change before you publish."""


@click.command(short_help="Begin an empty compendium in a new folder.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", required=True, help="The name of the new compendium.")
def init(folder: Path, title: str) -> None:
    """Begin an empty compendium in FOLDER, which must be new or empty."""
    from generator.editing.start import FRAMEWORK, LOCK, REFERENCES, beginning, mistake_in

    mistake = mistake_in(title.strip())
    if mistake:
        raise click.UsageError(mistake)
    starter = Path(__file__).parents[1] / "editing/starter"
    files = beginning(
        title.strip(),
        _texts(starter, ["."]),
        _texts(carried("."), [*FRAMEWORK, REFERENCES, LOCK]),
    )
    _refuse_unless_empty(folder)
    for path, text in files.items():
        _write_new(folder / path, text)
    quoted = f'"{folder}"' if " " in str(folder) else str(folder)
    click.echo(NEXT.format(folder=folder, quoted=quoted))


def _texts(root: Path, names: Iterable[str]) -> dict[str, str]:
    """The texts of files, and of all files in folders, below `root` by their paths."""
    files = sorted(file for name in names for file in _files(root / name))
    return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}


def _files(path: Path) -> Iterator[Path]:
    return (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else iter((path,))


def _refuse_unless_empty(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise click.ClickException(f"{folder} is a file. Name a new folder.")
    there = sorted({entry.name for entry in folder.iterdir()} - LEFT_ALONE) if folder.exists() else []
    if there:
        more = f" and {len(there) - 1} more" if len(there) > 1 else ""
        raise click.ClickException(
            f"{folder} is not empty (it holds {there[0]!r}{more}), and nothing in it was changed. "
            "Name a new or an empty folder."
        )


def _write_new(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as out:
        out.write(text)
