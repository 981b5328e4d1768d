"""The command line: a thin door. Each command reads its arguments, calls one function and prints.

MkDocs is imported where it is needed, so that a check of one file does not wait for it.
"""
# ruff: noqa: PLC0415 - see above

import logging
import os
import sys
from pathlib import Path

import click

from generator.compendium.load import check as check_compendium
from generator.problems import Format, errors, render
from generator.site.addresses import generated_paths

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
        wanted = {file.as_posix() for file in files}
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
