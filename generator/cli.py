"""The command line: a thin door. Each command reads its arguments, calls one function and prints.

MkDocs is imported where it is needed, so that a check of one file does not wait for it.
"""
# ruff: noqa: PLC0415 - see above

import logging
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import click

from generator.cli_editing import COMMANDS
from generator.compendium.load import check as check_compendium
from generator.compendium.load import load
from generator.compendium.records import Compendium
from generator.problems import Format, errors, render
from generator.site.addresses import generated_paths
from generator.site.manifest import manifest_faults, put_file

FONTS = Path(__file__).parent.parent / "overrides/assets/fonts"
Paper = Literal["a4", "a5", "letter"]

CONFIG = click.option(
    "--config", "config_file", default="mkdocs.yml", show_default=True, help="The MkDocs configuration."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, build and share the compendium."""


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True
)
def check(files: tuple[Path, ...], form: Format) -> None:
    """Check all content; print every problem with its file, line and column.

    With FILES, print only the problems of these.
    """
    problems = check_compendium(Path(), generated_paths(), jobs=os.cpu_count() or 1)
    if files:
        wanted = _content_files(files)
        problems = [problem for problem in problems if problem.path in wanted]
    if problems or form == "json":
        click.echo(render(problems, form))
    wrong = len(errors(problems))
    click.echo(f"{wrong} problem{'s' * (wrong != 1)} found." if wrong else "No problems found.", err=True)
    sys.exit(1 if wrong else 0)


@main.command()
@CONFIG
@click.option("--site-dir", default=None, help="Where to put the site, if not where mkdocs.yml says.")
def build(config_file: str, site_dir: str | None) -> None:
    """Check the content and build the site; the old site stays until the new one is whole."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    config = load_config(config_file, site_dir=site_dir)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()


@main.command()
@CONFIG
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve the preview.")
def serve(config_file: str, address: str) -> None:
    """Preview the site; an edited practice shows at once."""
    from mkdocs.commands.serve import serve as mkdocs_serve

    mkdocs_serve(config_file, dev_addr=address)


@main.command()
@click.option("--only", default="", metavar="IDS", help="Practices by id, with commas between.")
@click.option(
    "--country", "countries", multiple=True, metavar="CODE", help="Practices of a country; may be repeated."
)
@click.option("--category", "categories", multiple=True, help="Practices for one group; may be repeated.")
@click.option("--indicator", "indicators", multiple=True, help="Practices that show an indicator, 1 to 8.")
@click.option("--tier", "tiers", multiple=True, help="Practices for a tier of need, 1 to 4.")
@click.option("--paper", type=click.Choice(["a4", "a5", "letter"]), default="a4", show_default=True)
@click.option("--large-print", is_flag=True, help="Text of 16 points.")
@click.option("--neutral-title", default=None, metavar="TEXT", help="A title that gives no reader away.")
@click.option(
    "--output", type=click.Path(path_type=Path), default=Path("dist/compendium.pdf"), show_default=True
)
def pdf(  # noqa: PLR0913, PLR0917 - one argument an option
    only: str,
    countries: tuple[str, ...],
    categories: tuple[str, ...],
    indicators: tuple[str, ...],
    tiers: tuple[str, ...],
    paper: Paper,
    large_print: bool,
    neutral_title: str | None,
    output: Path,
) -> None:
    """Print the compendium, a part of it, or a handout of one practice, as a PDF.

    Values of one option widen the choice, options together narrow it.
    """
    from generator.book import Edition, Selection, make_pdf, mistakes_in

    compendium = _sound_compendium()
    chosen = tuple(id_.strip() for id_ in only.split(",") if id_.strip())
    selection = Selection(chosen, countries, categories, indicators, tiers)
    mistakes = mistakes_in(selection, compendium)
    if mistakes:
        raise click.ClickException("\n".join(mistakes))
    edition = Edition(paper=paper, large_print=large_print, neutral_title=neutral_title)
    book = make_pdf(compendium, selection, edition, FONTS)
    if book.problems:
        click.echo(render(book.problems, "text"), err=True)
    put_file(output, book.pdf)
    click.echo(f"Written: {output}")


@main.command()
@click.option("--site-dir", type=click.Path(path_type=Path), default=Path("site"), show_default=True)
@click.option(
    "--printed",
    type=click.Path(path_type=Path),
    default=Path("dist/compendium.pdf"),
    show_default=True,
    help="The printed edition, which goes along when it is there.",
)
@click.option("--output", type=click.Path(path_type=Path), default=Path("dist"), show_default=True)
@CONFIG
def usb(site_dir: Path, printed: Path, output: Path, config_file: str) -> None:
    """Make the copy for a USB stick, and a zip of it, from the built site."""
    from mkdocs.config import load_config

    from generator.usb import CopyRefusedError, usb_copy, write_copy

    faults = manifest_faults(site_dir)
    if faults:
        raise click.ClickException(
            f"{site_dir} is not a site as it was built; run `compendium build`.\n{faults[0]}"
        )
    book = printed.read_bytes() if printed.is_file() else None
    try:
        plan = usb_copy(site_dir, load_config(config_file).site_name, book)
        folder, archive = write_copy(plan, output)
    except CopyRefusedError as refusal:
        raise click.ClickException(str(refusal)) from refusal
    click.echo(f"Written: {folder} and {archive}")


@main.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def verify(folder: Path) -> None:
    """Check that FOLDER, a site or a copy of one, is as it was published."""
    from generator.usb import verify as faults_of_copy

    faults = faults_of_copy(folder)
    for fault in faults:
        click.echo(fault)
    if faults:
        raise click.ClickException(f"{len(faults)} of the files in {folder} are not as they were published.")
    click.echo(f"Every file in {folder} is as it was published.")


for _command in COMMANDS:
    main.add_command(_command)


def _content_files(files: Iterable[Path]) -> set[str]:
    """The named files as problems name them; ends with those that are not there or elsewhere."""
    here = Path.cwd()
    strange = [file for file in files if not file.is_file() or not file.resolve().is_relative_to(here)]
    if strange:
        raise click.ClickException(
            f"There is no such file in this compendium: {', '.join(map(str, strange))}. "
            "Name files such as practices/meitheal.md, from the folder that holds practices/."
        )
    return {file.resolve().relative_to(here).as_posix() for file in files}


def _sound_compendium() -> Compendium:
    """The compendium in this folder; ends with its problems where it has any."""
    compendium, problems = load(Path(), generated_paths(), jobs=os.cpu_count() or 1)
    if errors(problems):
        raise click.ClickException(f"{render(problems, 'text')}\nNothing was made: mend these first.")
    return compendium
