"""What commands that look for problems take and print: some files or all, a form, the problems found."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from generator.cli.refusals import named_content
from generator.problems import Format, Problem, errors, render

_Command = TypeVar("_Command", bound=Callable[..., Any])

FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True
)


def takes_files(command: _Command) -> _Command:
    """Gives a command the arguments FILES and the option --format."""
    return click.argument("files", nargs=-1, type=click.Path(path_type=Path))(FORMAT(command))


def report(problems: Sequence[Problem], files: tuple[Path, ...], form: Format, before: str = "") -> NoReturn:
    """Prints the problems, those of FILES alone where some are named, and their number behind `before`.

    Ends the command, with 1 where there are errors.
    """
    if files:
        wanted = named_content(files)
        problems = [problem for problem in problems if problem.path in wanted]
    if problems or form == "json":
        click.echo(render(problems, form))
    wrong = len(errors(problems))
    click.echo(f"{before}{wrong or 'No'} problem{'s' * (wrong != 1)} found.", err=True)
    sys.exit(1 if wrong else 0)
