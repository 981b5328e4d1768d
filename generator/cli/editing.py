"""The commands for editors and reviewers: they ask, read and write, and decide nothing."""
# ruff: noqa: PLC0415 - what a command needs is imported when it runs, so that the others start quickly

import datetime
import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

import click

from generator.cli.refusals import compendium_here
from generator.cli.reporting import FORMAT
from generator.loading.compendium import check as check_compendium
from generator.loading.compendium import load
from generator.presentation.addresses import generated_paths
from generator.problems import errors, render

PRACTICES = Path("practices")


def _today(value: datetime.datetime | None) -> datetime.date:
    return value.date() if value else datetime.datetime.now(tz=datetime.UTC).date()


TODAY = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The day to reckon from, if not today."
)


def _answer_options(command: Any) -> Any:
    """An option for each question that is asked of a new practice."""
    from generator.editing.questions import questions

    for question in reversed(questions()):
        name = question.path.rpartition(".")[2]
        command = click.option(
            f"--{name.replace('_', '-')}", name, multiple=question.many, help=question.meaning, metavar="TEXT"
        )(command)
    return command


@click.command(short_help="Make the file of a new practice; asks what it needs.")
@click.option("--brief", "entry", flag_value="brief", help="A first note.")
@click.option("--full", "entry", flag_value="full", help="Every field.")
@TODAY
@_answer_options
def new(entry: str | None, today: datetime.datetime | None, **given: Any) -> None:
    """Make the file of a new practice; asks for what no option answers, and never overwrites.

    Without a terminal nothing is asked: what has no answer is left empty.
    """
    from generator.editing.new_file import new_file
    from generator.editing.questions import Question, file_stem, questions, understood

    compendium_here()
    asking = sys.stdin.isatty()
    if entry is None:
        entry = (
            _choice("How much do you know? A brief entry can grow.", ["brief", "full"]) if asking else "brief"
        )
    answers: dict[str, tuple[str, ...]] = {}

    def ask(question: Question) -> tuple[str, ...]:
        if question.path == "status_note" and answers.get("status") in (None, ("current",)):
            return ()
        return _asked(question)

    for question in questions():
        typed = given[question.path.rpartition(".")[2]]
        texts = typed if question.many else [typed] if typed else []
        values = understood(question, texts) or (ask(question) if asking else ())
        if values:
            answers[question.path] = values
    title = answers.get("title", ("",))[0]
    if not title:
        raise click.UsageError("A new practice needs a title: compendium new --title 'ITS NAME'")
    file = PRACTICES / f"{file_stem(title)}.md"
    try:
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(new_file(answers, entry, _today(today)))
    except FileExistsError:
        raise click.ClickException(
            f"{file.as_posix()} exists and was left as it is. Choose another title."
        ) from None
    click.echo(f"Made {file.as_posix()}.")
    _say_what_is_missing(file.as_posix())


def _choice(prompt: str, values: list[str]) -> str:
    return str(click.prompt(prompt, type=click.Choice(values), default=values[0]))


def _asked(question: Any) -> tuple[str, ...]:
    """Asks until the answer is one that the schema knows; an empty answer leaves an optional field out."""
    from generator.editing.questions import not_understood, understood

    click.echo()
    click.secho(question.title, bold=True)
    click.echo(question.meaning)
    listed = question.terms is not None and len(question.terms.terms) <= 20
    if listed:
        for term in question.terms:
            click.echo(f"  {term.value}: {term.definition}")
    while True:
        typed = click.prompt(
            "Several, with commas" if question.many else "Answer", default="", show_default=False
        )
        values = understood(question, [typed])
        wrong = not_understood(question, values)
        if wrong:
            click.echo(wrong)
        elif values or not question.required:
            return values
        else:
            click.echo("This one is needed.")


def _say_what_is_missing(path: str) -> None:
    problems = [problem for problem in check_compendium(Path(), generated_paths()) if problem.path == path]
    if problems:
        click.echo("Still missing:")
        click.echo(render(problems, "text"))
        click.echo(f"Open the file in an editor, fill these in, then run: compendium check {path}")
    else:
        click.echo("It passes the check. Write its text below the headings, then run: compendium check")


@click.command(short_help="Print the JSON Schema of a practice, for editors.")
@click.option("--write", is_flag=True, help="Renew every file that is made from the schema.")
def schema(write: bool) -> None:
    """Print the JSON Schema of a practice's fields, for editors."""
    from generator.editing.generated_files import SUBMIT_PAGE, made_files
    from generator.editing.json_schema import schema_text

    if not write:
        click.echo(schema_text(), nl=False)
        return
    compendium_here()
    if not Path(SUBMIT_PAGE).is_file():
        raise click.ClickException(
            f"There is no file {SUBMIT_PAGE}, from which CONTRIBUTING.md is made. "
            "Write it: how to send in a practice."
        )
    for path, text in made_files(Path(SUBMIT_PAGE).read_text(encoding="utf-8")).items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"Wrote {path}")


@click.command(short_help="List what needs care: due reviews, dead links.")
@TODAY
@click.option("--links", is_flag=True, help="Also ask every web address whether it still answers.")
def status(today: datetime.datetime | None, links: bool) -> None:
    """List what needs care: due reviews, unverified contacts, brief entries; dead links with --links."""
    from generator.compendium.catalogue import Catalogue
    from generator.editing.status import in_words
    from generator.editing.status import status as status_on
    from generator.editing.web_links import ask_the_web, check_links, outside_links

    compendium, problems = load(compendium_here(), generated_paths())
    findings = None
    if links:
        addresses = outside_links(Catalogue(compendium))
        click.echo(f"Asking {len(addresses)} web addresses, one at a time per host …", err=True)
        findings = check_links(addresses, ask_the_web, time.sleep)
    click.echo(in_words(status_on(compendium.practices.values(), _today(today)), findings))
    if errors(problems):
        wrong = f"{len(errors(problems))} problem{'s' * (len(errors(problems)) != 1)}"
        click.echo(f"{wrong}: entries with problems are not counted here. See: compendium check", err=True)


@click.command(short_help="What a reviewer should look at in a change.")
@click.option(
    "--changes",
    type=click.File(encoding="utf-8", errors="replace"),
    required=True,
    help="Output of: git diff --name-status BASE...HEAD -- practices ('-' reads it from standard input).",
)
def review(changes: TextIO) -> None:
    """Print, as Markdown, what a reviewer should look at in the entries that were changed."""
    from generator.compendium.catalogue import Catalogue
    from generator.editing.notes import notes_on
    from generator.editing.review import changes_in, review_report

    compendium, problems = load(compendium_here(), generated_paths())
    touched = changes_in(changes.read())
    problems = sorted({*problems, *notes_on(_existing(touched), Path())})
    click.echo(review_report(Catalogue(compendium), problems, touched))


@click.command(short_help="Notes on plain English in practices; they stop nothing.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@FORMAT
def notes(files: tuple[Path, ...], form: Any) -> None:
    """Print notes on plain English: long sentences, unexplained acronyms. Warnings, never errors."""
    from generator.editing.notes import notes_on

    paths = files or tuple(sorted((compendium_here() / PRACTICES).glob("*.md")))
    found = notes_on([path.as_posix() for path in paths], Path())
    if found or form == "json":
        click.echo(render(found, form))
    if not found:
        click.echo("No notes.", err=True)


@click.command(short_help="Make a practice's file from an issue on GitHub.")
@click.option(
    "--event",
    type=click.File(encoding="utf-8", errors="replace"),
    required=True,
    help="The event of an issue, as GitHub gives it.",
)
@click.option(
    "--pull-request", type=click.Path(path_type=Path), required=True, help="Where to write title and text."
)
@TODAY
def form(event: TextIO, pull_request: Path, today: datetime.datetime | None) -> None:
    """Make a practice's file from an issue that was written with the form "Suggest a practice"."""
    from generator.editing.submission import branch_title, pull_request_text, submission

    compendium, _ = load(compendium_here(), generated_paths())
    issue = _issue(event)
    taken = {file.stem for file in PRACTICES.glob("*.md")}
    made = submission(str(issue["body"] or ""), taken, compendium.references, _today(today))
    with Path(made.path).open("x", encoding="utf-8", newline="\n") as out:
        out.write(made.text)
    problems = check_compendium(Path(), generated_paths())
    pull_request.mkdir(parents=True, exist_ok=True)
    texts = {
        "path.txt": made.path,
        "title.txt": branch_title(made),
        "text.md": pull_request_text(made, problems, int(issue["number"])),
    }
    for name, text in texts.items():
        (pull_request / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"Made {made.path}.")


def _issue(event: TextIO) -> Any:
    """The issue in an event of GitHub; ends when there is none."""
    try:
        issue = json.load(event)["issue"]
        return {"body": issue["body"], "number": int(issue["number"])}
    except (ValueError, KeyError, TypeError):
        raise click.ClickException(
            f"{event.name} is not the event of an issue. On GitHub its path is in GITHUB_EVENT_PATH."
        ) from None


def _existing(paths: Iterable[str]) -> list[str]:
    return [path for path in paths if Path(path).is_file()]


COMMANDS = (status, notes, review, schema, form)
