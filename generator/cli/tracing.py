"""The command that traces claims to their sources: it reads its arguments, calls one function and prints."""
# ruff: noqa: PLC0415 - what the command needs is imported when it runs, so that the others start quickly

import os
from pathlib import Path

import click

from generator.cli.progress import WORTH_TELLING, Told
from generator.cli.refusals import compendium_here
from generator.cli.reporting import report, takes_files
from generator.problems import Format
from generator.progress import Progress, silent


@click.command(short_help="Check quotes, figures and names against the texts of the sources.")
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="The folder with the texts that practices/references.yaml names.",
)
@takes_files
def trace(files: tuple[Path, ...], sources: Path, form: Format) -> None:
    """Compare what entries claim with the texts of their sources; print every problem with its place.

    Each quote must be in its place word for word, and each figure, year and proper name of a claim in the
    place that the claim cites. With FILES, print only the problems of these.
    """
    from generator.loading.tracing import trace_compendium

    progress: Progress = silent if form == "json" else Told(WORTH_TELLING)
    found = trace_compendium(compendium_here(), sources, progress, os.cpu_count() or 1)
    report(found.problems, files, form, f"{found.quotes} quotes and {found.claims} claims compared. ")
