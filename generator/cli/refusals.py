"""What the command line says when it cannot go on: each says what happened, where, and what to do.

In come a folder, the settings' file or a failure of the machine; out come the settings, or the end of
the command in words.
"""
# ruff: noqa: PLC0415 - MkDocs is imported where it is needed, so that other commands start quickly

import errno
import logging
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

CONTENT = ("practices", "indicators", "pages")
BEGIN = "or begin one: compendium init FOLDER --title 'ITS NAME'"
STOPPED = 130
"""How a command ends that was stopped from the keyboard."""


class Door(click.Group):
    """The commands in the order in which a newcomer needs them; what the machine refuses is said in words."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order in which they were added."""
        del ctx
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; a failure of the machine ends it with a sentence, and so does Ctrl+C."""
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # consoles that lack an arrow
        try:
            return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort):
            click.echo("\nStopped. What was not finished was taken away.", err=True)
            sys.exit(STOPPED)
        except OSError as failure:
            if failure.errno == errno.EPIPE:
                raise
            raise click.ClickException(refused(failure)) from failure


def refused(failure: OSError) -> str:
    """What a failure of the machine means, in words."""
    what = (failure.strerror or str(failure)).lower()
    where = f"{failure.filename}: " if failure.filename else ""
    return f"{where}{what}. {_WHAT_TO_DO.get(failure.errno or 0, 'Mend this, then try again.')}"


_MAY_NOT = "Change the rights of the file or folder, or name another."
_WHAT_TO_DO = {
    errno.EACCES: _MAY_NOT,
    errno.EPERM: _MAY_NOT,
    errno.EROFS: "Name a folder on another disk.",
    errno.ENOSPC: "Make room on the disk, then try again.",
    errno.EISDIR: "A file was wanted here, and this is a folder: name a file.",
    errno.ENOTDIR: "A folder was wanted here, and this is a file: name a folder.",
    errno.EEXIST: "Something else is there. Name another place.",
    errno.ENOENT: "Name a place that exists.",
}


def compendium_here() -> Path:
    """The folder of the compendium, which must be the one in which the command runs."""
    here = Path.cwd()
    if any((here / name).is_dir() for name in CONTENT):
        return Path()
    around = next((folder for folder in here.parents if _is_compendium(folder)), None)
    if around is not None:
        raise click.ClickException(f"You are inside a compendium. Go to its first folder: cd {around}")
    raise click.ClickException(
        f"There is no compendium in this folder ({here}): it has no folder practices/. "
        f"Go to the folder of one, {BEGIN}"
    )


def named_content(files: Iterable[Path]) -> set[str]:
    """The named files as problems name them; ends with those that are not there or elsewhere."""
    here = Path.cwd()
    strange = [file for file in files if not file.is_file() or not file.resolve().is_relative_to(here)]
    if strange:
        raise click.ClickException(
            f"There is no such file in this compendium: {', '.join(map(str, strange))}. "
            "Name files such as practices/meitheal.md, from the folder that holds practices/."
        )
    return {file.resolve().relative_to(here).as_posix() for file in files}


def _is_compendium(folder: Path) -> bool:
    return (folder / "mkdocs.yml").is_file() and (folder / "practices").is_dir()


def settings(file: str, **given: Any) -> "MkDocsConfig":
    """The settings in mkdocs.yml with some of them `given`; ends with what is wrong with them."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    _refuse_without(Path(file))
    said = _Said()
    log = logging.getLogger("mkdocs.config")
    log.addHandler(said)
    log.propagate = False
    try:
        found = load_config(file, **given)
    except Abort:
        lines = "\n".join(f"  {line}" for line in said.lines)
        raise click.ClickException(
            f"The settings in {file} are not in order:\n{lines}\nMend this, then try again."
        ) from None
    except ConfigurationError as failure:
        raise click.ClickException(_not_yaml(file, failure)) from failure
    finally:
        log.propagate = True
        log.removeHandler(said)
    if "compendium" not in found.plugins:
        raise click.ClickException(
            f"{file} does not name the plugin that makes a compendium, and nothing was changed. "
            "Write below 'plugins:' the line '  - compendium'."
        )
    return found


def _refuse_without(file: Path) -> None:
    if file.is_dir():
        raise click.ClickException(f"{file} is a folder. Name the file with the settings: --config mkdocs.yml")
    if file.exists():
        return
    if file.name == "mkdocs.yml" and not (file.parent / "practices").is_dir():
        compendium_here()
    raise click.ClickException(
        f"There is no file {file}, which holds the settings. Go to the folder of a compendium, name the "
        f"file with --config, {BEGIN}"
    )


def _not_yaml(file: str, failure: Exception) -> str:
    mark = getattr(failure.__context__, "problem_mark", None)
    place = f"{file}:{mark.line + 1}:{mark.column + 1}" if mark else file
    what = getattr(failure.__context__, "problem", None) or str(failure)
    return (
        f"{place}: the settings cannot be read from here on ({what}). "
        "Look at this line and the one above it: brackets, colons, quotation marks and spaces at the beginning."
    )


class _Said(logging.Handler):
    """Keeps what MkDocs says about the settings, without its own words around it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps one line."""
        line = record.getMessage().removeprefix("Config value ")
        for pattern, words in _PLAINER:
            line = re.sub(pattern, words, line)
        self.lines.append(line)


_PLAINER = (
    (r"^'dev_addr': .*", "--address takes an address of this computer and a port, such as 127.0.0.1:8001"),
    (r"Required configuration not provided\.", "It is missing. Add it."),
    (
        r"Unrecognised configuration name: (\S+)",
        r"There is no setting '\1'. Correct its spelling, or take it away.",
    ),
    (
        r'The "(\S+)" plugin is not installed',
        r"There is no plugin '\1' here. The compendium's is called: compendium",
    ),
    (r"Unrecognised theme name: '(\S+)'\..*", r"There is no theme '\1' here. Write: name: material"),
    (
        r"The path set in custom_dir \('(.*)'\) does not exist\.",
        r"There is no folder \1. Make it, or take custom_dir away.",
    ),
    (
        r"^'site_dir': The 'docs_dir' should not be.*",
        "The site would lie over the texts that it is made from. Name another folder.",
    ),
)
"""What MkDocs says, and what is said instead."""
