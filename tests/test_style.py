"""The code is as the project wants it: linted, formatted and typed, with no exception unexplained."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)],
    ids=["lint", "format", "types"],
)
def test_code_is_as_the_project_wants_it(command: tuple[str, ...]) -> None:
    program, *arguments = command
    done = subprocess.run(
        [str(BIN / program), *arguments], cwd=PROJECT, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
