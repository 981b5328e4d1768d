"""The command line: a thin door. Each command reads its arguments, calls one function and prints."""

import sys
from pathlib import Path

import click

from generator.compendium.load import load
from generator.problems import Format, errors, render
from generator.site.addresses import generated_paths


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, build and share the compendium."""


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(files: tuple[Path, ...], form: Format) -> None:
    """Check all content; print every problem with its file, line and column.

    With FILES, print only the problems of these.
    """
    _, problems = load(Path(), generated_paths())
    if files:
        wanted = {file.as_posix() for file in files}
        problems = [problem for problem in problems if problem.path in wanted]
    if problems or form == "json":
        click.echo(render(problems, form))
    wrong = len(errors(problems))
    click.echo(f"{wrong} problem{'s' * (wrong != 1)} found." if wrong else "No problems found.", err=True)
    sys.exit(1 if wrong else 0)
