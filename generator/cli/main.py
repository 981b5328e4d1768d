"""The command line: a thin door. Each command reads its arguments, calls one function and prints.

MkDocs is imported where it is needed, so that a check of one file does not wait for it.
"""
# ruff: noqa: PLC0415 - see above

import gc
import logging
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import click

from generator.cli.editing import COMMANDS, new
from generator.cli.progress import WORTH_TELLING, Told
from generator.cli.refusals import Door, compendium_here, settings
from generator.cli.reporting import report, takes_files
from generator.cli.starting import init
from generator.cli.tracing import trace
from generator.compendium.records import Compendium
from generator.loading.compendium import SELDOM_GARBAGE, load
from generator.loading.compendium import check as check_compendium
from generator.package_files import FONTS, carried
from generator.presentation.addresses import generated_paths
from generator.problems import Format, errors, render
from generator.progress import Progress, silent
from generator.publishing.checksums import MANIFEST, manifest_faults, put_file

Paper = Literal["a4", "a5", "letter"]

CONFIG = click.option(
    "--config", "config_file", default="mkdocs.yml", show_default=True, help="The MkDocs configuration."
)


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, build and share the compendium. Every command explains itself: compendium check --help"""
    gc.set_threshold(*SELDOM_GARBAGE)


main.add_command(init)
main.add_command(new)


@main.command(short_help="Check all content; say how to mend each problem.")
@takes_files
def check(files: tuple[Path, ...], form: Format) -> None:
    """Check all content; print every problem with its file, line and column.

    With FILES, print only the problems of these.
    """
    progress: Progress = silent if form == "json" else Told(WORTH_TELLING)
    problems = check_compendium(compendium_here(), generated_paths(), progress, os.cpu_count() or 1)
    report(problems, files, form)


@main.command(short_help="Check the content and build the site.")
@CONFIG
@click.option("--site-dir", default=None, help="Where to put the site, if not where mkdocs.yml says.")
@click.option("--printed", is_flag=True, help="Offer PDFs: the book, and a handout of each practice.")
@click.pass_obj
def build(kept: list[object] | None, config_file: str, site_dir: str | None, printed: bool) -> None:
    """Check the content and build the site; the old site stays until the new one is whole."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.exceptions import Abort

    _let_mkdocs_speak()
    config = settings(config_file, site_dir=site_dir)
    if kept is not None:  # not to be freed piece by piece when the process is about to end
        kept.append(config)
    target = Path(config.site_dir)
    ours: Any = config.plugins["compendium"]
    ours.progress = Told()
    ours.config.printed = printed or ours.config.printed
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    except Abort:  # what is wrong has been said
        sys.exit(1)
    finally:
        config.plugins.on_shutdown()
    click.echo(f"The site is ready. Open it in a browser: {_from_here(target / 'index.html')}")


@main.command(short_help="Preview the site; an edited practice shows at once.")
@CONFIG
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve the preview.")
def serve(config_file: str, address: str) -> None:
    """Preview the site; an edited practice shows at once. Ctrl+C ends it."""
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import Abort

    settings(config_file, dev_addr=address)
    _let_mkdocs_speak()
    try:
        mkdocs_serve(config_file, dev_addr=address)
    except Abort:  # what is wrong has been said
        sys.exit(1)
    except OSError as failure:
        if failure.filename:
            raise
        raise click.ClickException(
            f"The preview cannot use the address {address}: {(failure.strerror or str(failure)).lower()}. "
            "Perhaps another preview is running: end it, or choose another address, such as "
            "--address 127.0.0.1:8001"
        ) from failure


@main.command(short_help="Print the compendium, or a part of it, as a PDF.")
@CONFIG
@click.option("--only", default=None, metavar="IDS", help="Practices by id, with commas between.")
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
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("dist/compendium.pdf"),
    show_default=True,
    help="The file to write.",
)
def pdf(  # noqa: PLR0913, PLR0917 - one argument an option
    config_file: str,
    only: str | None,
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

    chosen = tuple(id_.strip() for id_ in (only or "").split(",") if id_.strip())
    if only is not None and not chosen:
        raise click.UsageError("--only names no practice. Name files of practices/ without '.md'.")
    config = settings(config_file)
    progress = Told()
    compendium = _sound_compendium(progress)
    selection = Selection(chosen, countries, categories, indicators, tiers)
    mistakes = mistakes_in(selection, compendium)
    if mistakes:
        raise click.ClickException("\n".join(mistakes))
    of_site = Edition.of_site(config.site_name, config.site_description, config.copyright)
    edition = replace(of_site, paper=paper, large_print=large_print, neutral_title=neutral_title)
    book = make_pdf(compendium, selection, edition, carried(FONTS), progress)
    if book.problems:
        click.echo(render(book.problems, "text"), err=True)
    put_file(output, book.pdf)
    click.echo(f"Written: {output}")


@main.command(short_help="Make the copy for a USB stick from the built site.")
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
    from generator.presentation.texts import read_texts
    from generator.publishing.usb import CopyRefusedError, usb_copy, write_copy

    config = settings(config_file)
    _refuse_unless_as_built(site_dir)
    book = printed.read_bytes() if printed.is_file() else None
    try:
        plan = usb_copy(site_dir, config.site_name, read_texts(), book)
        folder, archive = write_copy(plan, output)
    except CopyRefusedError as refusal:
        raise click.ClickException(str(refusal)) from refusal
    click.echo(f"Written: {folder} and {archive}")
    if book is None:
        click.echo(
            f"The printed edition is not in it: there is no {printed}. Make it and copy again: "
            "compendium pdf, then compendium usb",
            err=True,
        )


@main.command(short_help="Check that a site, or a copy of one, is as it was published.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def verify(folder: Path) -> None:
    """Check that FOLDER, a site or a copy of one, is as it was published."""
    from generator.publishing.usb import verify as faults_of_copy

    if not (folder / MANIFEST).is_file():
        raise click.ClickException(
            f"{folder} is no published site and no copy of one: there is no {MANIFEST} in it. "
            "Name the folder that holds it, such as site or dist/compendium-usb."
        )
    faults = faults_of_copy(folder)
    for fault in faults:
        click.echo(fault)
    if faults:
        number = f"{len(faults)} files are" if len(faults) > 1 else "1 file is"
        raise click.ClickException(
            f"{number} not as published in {folder}. Do not pass it on. "
            "Make it anew: compendium build, then compendium usb"
        )
    click.echo(f"Every file in {folder} is as it was published.")


for _command in (trace, *COMMANDS):
    main.add_command(_command)


def _sound_compendium(progress: Progress) -> Compendium:
    """The compendium in this folder; ends with its problems where it has any, or when it is empty."""
    compendium, problems = load(compendium_here(), generated_paths(), progress, os.cpu_count() or 1)
    if errors(problems):
        click.echo(render(problems, "text"), err=True)
        raise click.ClickException("Nothing was made: the content has the problems above. Mend these first.")
    if not compendium.practices:
        raise click.ClickException("There are no practices to print yet. Make the first one: compendium new")
    return compendium


def _refuse_unless_as_built(site: Path) -> None:
    if not (site / MANIFEST).is_file():
        raise click.ClickException(f"There is no site in {site} to copy. Make it first: compendium build")
    faults = manifest_faults(site)
    if faults:
        more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
        raise click.ClickException(
            f"The site in {site} is not as it was built ({faults[0]}{more}). Build it again: compendium build"
        )


def _let_mkdocs_speak() -> None:
    """Lets through what MkDocs and the plugin have to say to people, and not what they do step by step."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("mkdocs.commands.build").setLevel(logging.WARNING)


def _from_here(file: Path) -> str:
    """A path as it is shortest from the folder in which the command runs."""
    return str(file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file)
