"""The command that traces claims to their sources: it reads its arguments, calls one function and prints."""
# ruff: noqa: PLC0415 - what the command needs is imported when it runs, so that the others start quickly

import os
import sys
from pathlib import Path

import click

from generator.cli.progress import WORTH_TELLING, Told
from generator.cli.refusals import compendium_here, named_content
from generator.problems import Format, errors, render
from generator.progress import Progress, silent


@click.command(short_help="Check quotes, figures and names against the texts of the sources.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="The folder with the texts that practices/references.yaml names.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True
)
def trace(files: tuple[Path, ...], sources: Path, form: Format) -> None:
    """Compare what entries claim with the texts of their sources; print every problem with its place.

    Each quote must be in its place word for word, and each figure, year and proper name of a claim in the
    place that the claim cites. With FILES, print only the problems of these.
    """
    from generator.loading.tracing import trace_compendium

    progress: Progress = silent if form == "json" else Told(WORTH_TELLING)
    found = trace_compendium(compendium_here(), sources, progress, os.cpu_count() or 1)
    problems = found.problems
    if files:
        wanted = named_content(files)
        problems = [problem for problem in problems if problem.path in wanted]
    if problems or form == "json":
        click.echo(render(problems, form))
    wrong = len(errors(problems))
    compared = f"{found.quotes} quotes and {found.claims} claims compared."
    click.echo(f"{compared} {wrong or 'No'} problem{'s' * (wrong != 1)} found.", err=True)
    sys.exit(1 if wrong else 0)
