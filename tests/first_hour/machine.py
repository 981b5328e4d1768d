"""A machine as a newcomer has it: a clone, virtual environments, a wheel; nothing is asked of the network.

What the project needs is installed already beside the running Python; a new environment sees it through
a path file, and brings of its own what a test is about.
"""

import shutil
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path

from tests.commands import run

PROJECT = Path(__file__).parents[2]
SITE_PACKAGES = Path(sysconfig.get_path("purelib"))
_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input")


def done(*command: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> str:
    """What a command printed, which must succeed."""
    ended = run(*command, cwd=cwd, env=env)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def cloned(target: Path) -> Path:
    """The project's files as a clone has them, in a repository of their own."""
    listed = done("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=PROJECT)
    for name in filter(None, listed.split("\0")):
        if (PROJECT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, target / name)
    committed(target)
    return target


def committed(folder: Path) -> None:
    """Puts all that lies in a folder into one commit of a new repository, on the branch main."""
    done("git", "init", "--quiet", "--initial-branch=main", cwd=folder)
    done("git", "add", "--all", cwd=folder)
    author = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    done("git", *author, "commit", "--quiet", "--message=All", cwd=folder)


def environment(folder: Path) -> Path:
    """A virtual environment that sees what is installed here, but not this project; its `bin`."""
    venv.create(folder, with_pip=False, symlinks=True)
    place = next((folder / "lib").glob("python*/site-packages"))
    (place / "installed-before.pth").write_text(f"{SITE_PACKAGES}\n", encoding="utf-8")
    return folder / "bin"


def install(into: Path, *what: str | Path) -> None:
    """Installs something without its dependencies into the environment whose `bin` is given."""
    python = into / "python"
    pip = (*_PIP[:3], "--python", python, *_PIP[3:])
    done(*pip, "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", *what, cwd=into)


def wheel_of(project: Path, target: Path) -> Path:
    """The wheel of a project's folder."""
    options = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", target)
    done(*_PIP, "wheel", *options, project, cwd=project)
    return next(target.glob("*.whl"))


def newcomers_python(folder: Path) -> Path:
    """A folder with a `python3` whose environments find what is installed here, so that nothing is fetched."""
    folder.mkdir()
    program = folder / "python3"
    program.write_text(
        "#!/bin/sh\n"
        'if [ "$1 $2" = "-m venv" ]; then\n'
        f'  PYTHONPATH="{PROJECT}" exec "{sys.executable}" -m tests.first_hour.machine "$3"\n'
        "fi\n"
        f'exec "{sys.executable}" "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    return folder


_OFFLINE_PIP = f"""\
import subprocess
import sys

arguments = [each for each in sys.argv[1:] if each != "--no-warn-script-location"]
if "--require-hashes" in arguments:
    sys.exit(0)
command = [{sys.executable!r}, "-m", "pip", "--python", sys.executable, "--disable-pip-version-check"]
if arguments[0] == "wheel":
    command = [{sys.executable!r}, "-m", "pip", "--disable-pip-version-check"]
offline = ["--no-index"] if arguments[0] in ("install", "wheel") else []
sys.exit(subprocess.run([*command, arguments[0], *offline, *arguments[1:]]).returncode)
"""
"""Stands for pip in such an environment: what the lock files name is there already, and the rest is done."""


def main(folder: Path) -> None:
    """Makes an environment as `python3 -m venv` would, with a pip that asks no network."""
    programs = environment(folder)
    place = next((programs.parent / "lib").glob("python*/site-packages")) / "pip"
    place.mkdir(exist_ok=True)
    (place / "__init__.py").touch()
    (place / "__main__.py").write_text(_OFFLINE_PIP, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
