"""A suggestion from the issue form turned into a file, and the words of its pull request.

In come the body of the issue, the names that are taken, the references and the day; out come the name
and the text of the new file, and what a person must still do. The door writes the file and runs the
check; nothing here touches the disk.
"""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.editing.issue_form import answers_in
from generator.editing.markdown_text import harmless, listed, shortened
from generator.editing.new_file import new_file
from generator.editing.questions import Answers, file_stem
from generator.problems import Problem, errors
from generator.schema.reference import Reference
from generator.schema.yaml_text import scalar


@dataclass(frozen=True)
class Submission:
    """A file that is ready to be put in place. `unlisted` describes a source that has no key yet."""

    path: str
    text: str
    title: str
    unlisted: str
    ref: str


def submission(
    issue_body: str, taken: Collection[str], references: Mapping[str, Reference], today: datetime.date
) -> Submission:
    """The file that the answers in an issue make; `taken` are the ids of the practices that exist."""
    answers = dict(answers_in(issue_body))
    named = (answers.get("sources.ref") or ("",))[0]
    ref, unlisted = _reference(named, references)
    if ref:
        answers["sources.ref"] = (ref,)
    title = (answers.get("title") or ("",))[0]
    path = f"practices/{_free(file_stem(title), taken)}.md"
    return Submission(path, new_file(_in_order(answers), "brief", today), title or "Untitled", unlisted, ref)


def pull_request_text(made: Submission, problems: Sequence[Problem], issue: int) -> str:
    """The words of the pull request: where it comes from, what is missing, what to do next."""
    wrong = [problem for problem in errors(problems) if problem.path == made.path]
    lines = [
        f"This entry was made from a form. Closes #{issue}.",
        "Nobody has compared it with its source yet.",
        "",
        f"The file is `{made.path}`. To add what is missing, write it in a comment below; an editor puts it in "
        "place, under *Files changed* with *Edit file*.",
        "",
    ]
    if wrong:
        lines += ["**What is still missing:**", "", *listed(wrong), ""]
    else:
        lines += ["**The check finds nothing missing.**", ""]
    if made.unlisted:
        lines += _new_reference(made)
    lines += ["**Next:** an editor reads the entry against its source, with the review checklist.", ""]
    return shortened("\n".join(lines))


def _new_reference(made: Submission) -> list[str]:
    """What to add to the list of references."""
    return [
        "**The source is not in the list of references yet.** Add it to `practices/references.yaml`, and "
        "fill in author, year and publisher:",
        "",
        "```yaml",
        f"  - id: {made.ref}",
        "    type: document",
        f"    title: {scalar(made.unlisted.replace('`', ''))}",
        "```",
        "",
    ]


def _reference(named: str, references: Mapping[str, Reference]) -> tuple[str, str]:
    """The key of the document that was named, and its name where the list does not hold it."""
    if not named or named in references:
        return named, ""
    folded = named.casefold()
    for key, reference in references.items():
        if folded in (key, reference.title.casefold(), (reference.title_short or "").casefold()):
            return key, ""
    return file_stem(named), named


def _free(stem: str, taken: Collection[str]) -> str:
    number = 2
    free = stem
    while free in taken:
        free, number = f"{stem}-{number}", number + 1
    return free


def _in_order(answers: Answers) -> Answers:
    """The answers without a note on a status that needs none."""
    if answers.get("status") == ("current",):
        return {path: values for path, values in answers.items() if path != "status_note"}
    return answers


def branch_title(made: Submission) -> str:
    """The title of the pull request."""
    return harmless(f"Practice: {made.title}")
