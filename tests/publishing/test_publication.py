"""The site appears whole or not at all: stopped anywhere, on a full or read-only disk, two builds at once."""

import errno
import hashlib
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.publishing import atomic_swap
from generator.publishing.checksums import MANIFEST, manifest_faults, put_file
from generator.publishing.publication import Publication, PublicationRefused, explained
from generator.publishing.site_check import broken_site
from tests.publishing.stopping import stopped_at_every_line
from tests.site.conftest import PROJECT
from tests.small_site import PAGES, page, publish_version, version_of, write_site


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A published site of the version 'old'."""
    folder = tmp_path / "site"
    publish_version(folder, "old")
    return folder


def beside(target: Path) -> list[str]:
    """What stands in the folder around the site."""
    return sorted(entry.name for entry in target.parent.iterdir())


def refusal(act: Callable[[], object]) -> str:
    """The words with which a publication is refused."""
    with pytest.raises(PublicationRefused) as refused:
        act()
    return str(refused.value)


def in_child(act: Callable[[], object], as_nobody: bool = False) -> str:
    """What a refused publication says in a forked process, which may be that of a user without rights."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if as_nobody and os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            act()
            os.write(writing, b"published")
        except PublicationRefused as refused:
            os.write(writing, str(refused).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, encoding="utf-8") as said:
        return said.read()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine may enter and write to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


def test_a_new_site_takes_the_place_of_the_old_one_and_leaves_nothing_beside_it(target: Path) -> None:
    publish_version(target, "new")
    assert version_of(target) == "new"
    assert beside(target) == ["site"]


def test_a_site_that_is_not_whole_is_not_published(target: Path) -> None:
    publication = Publication(target)
    write_site(publication.staging, "new")
    (publication.staging / "index.html").write_text(page('<a href="gone.html#x">gone</a>'), "utf-8")
    assert refusal(publication.publish) == (
        f"The site was not published in {target}; the site that is there is unchanged.\n"
        "  index.html: 'gone.html' leads to nothing"
    )
    assert version_of(target) == "old"
    assert beside(target) == ["site"]


def test_pages_too_many_or_too_few_are_not_published(target: Path) -> None:
    publication = Publication(target)
    write_site(publication.staging, "new")
    due = ["index.html", "map.html", *(f"page-{number}.html" for number in range(1, PAGES))]
    assert refusal(lambda: publication.publish(pages=due)).splitlines()[1:] == [
        "  map.html: the page is missing",
        "  page-0.html: nothing has asked for this page",
    ]
    assert version_of(target) == "old"


def test_a_check_that_finds_something_forbids_publication(target: Path) -> None:
    publication = Publication(target)
    write_site(publication.staging, "new")
    said = refusal(lambda: publication.publish(checks=[lambda folder: [f"{folder.name} answers nothing"]]))
    assert said.splitlines()[1:] == ["  new answers nothing"]
    assert version_of(target) == "old"


@pytest.mark.parametrize("at_once", [True, False], ids=["in one step", "by renames"])
def test_stopped_at_any_line_the_site_is_the_old_or_the_new_one(tmp_path: Path, at_once: bool) -> None:
    stops = stopped_at_every_line(tmp_path / "site", at_once)
    assert stops.broken == []
    assert stops.old > 100
    assert stops.new > 10


def test_killed_at_a_random_moment_the_site_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish_version(target, "0")
    moments = random.Random(7)
    for number in range(1, 16):
        before = version_of(target)
        command = "import sys; from tests.small_site import *; publish_version(Path(sys.argv[1]), sys.argv[2])"
        with subprocess.Popen([sys.executable, "-c", command, str(target), str(number)], cwd=PROJECT) as child:
            time.sleep(moments.uniform(0, 0.3))
            child.kill()
        assert version_of(target) in (before, str(number))
        assert manifest_faults(target) == []
    publish_version(target, "last")
    assert version_of(target) == "last"
    assert beside(target) == ["site"]


def test_two_builds_at_once_do_not_mix(target: Path) -> None:
    first = Publication(target)
    write_site(first.staging, "first")
    assert in_child(lambda: Publication(target)) == (
        f"Another build is writing to {target}. Wait until it has ended, then build again."
    )
    first.publish()
    assert version_of(target) == "first"
    publish_version(target, "second")
    assert version_of(target) == "second"


def test_the_lock_of_a_killed_build_does_not_outlive_it_in_its_workers(target: Path) -> None:
    command = (
        "import os, sys, time; from pathlib import Path\n"
        "from generator.publishing.publication import Publication\n"
        "p = Publication(Path(sys.argv[1]))\n"
        "if os.fork() == 0: print('ready', flush=True); time.sleep(60)\n"
        "time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", command, str(target)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        child.kill()
        child.wait()
        try:
            publish_version(target, "new")
        finally:
            os.killpg(child.pid, 9)
    assert version_of(target) == "new"


def test_a_read_only_place_is_refused_in_words(open_folder: Path) -> None:
    target = open_folder / "site"
    publish_version(target, "old")
    open_folder.chmod(0o555)
    assert in_child(lambda: Publication(target), as_nobody=True) == (
        f"The site was not published in {target}; the site that is there is unchanged. "
        f"The reason: this user may not write there. Change the rights, or name another folder with --site-dir "
        f"({open_folder}/.site-build.lock)."
    )
    assert version_of(target) == "old"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "there is no room left on the disk. Make room, then build again"),
        (errno.EROFS, "the disk can only be read. Name another folder with --site-dir"),
        (
            errno.EBUSY,
            "the folder is in use, perhaps as a mount point. Name a folder inside it with --site-dir",
        ),
        (errno.EIO, "input/output error"),
    ],
)
def test_a_failure_of_the_disk_is_explained(target: Path, number: int, words: str) -> None:
    failure = OSError(number, os.strerror(number), "a.html")
    assert explained(failure, target) == (
        f"The site was not published in {target}; the site that is there is unchanged. "
        f"The reason: {words} (a.html)."
    )


def test_a_disk_that_is_full_when_the_sums_are_written_keeps_the_old_site(target: Path) -> None:
    publication = Publication(target)
    write_site(publication.staging, "new")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, before[1]))
    try:
        said = refusal(publication.publish)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert said == (
        f"The site was not published in {target}; the site that is there is unchanged. "
        "The reason: a file grew larger than this system allows."
    )
    assert version_of(target) == "old"
    assert beside(target) == ["site"]


def test_a_file_that_does_not_fit_leaves_nothing_behind(tmp_path: Path) -> None:
    put_file(tmp_path / "book.pdf", b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, before[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            put_file(tmp_path / "book.pdf", b"new" * 100)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("book.pdf", b"old")]


def test_a_disk_that_is_full_during_a_real_build_keeps_the_old_site(target: Path) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    command = [
        sys.executable,
        "-c",
        "from generator.cli.main import main; main()",
        "build",
        "--site-dir",
        str(target),
    ]
    done = subprocess.run(
        command,
        cwd=PROJECT,
        preexec_fn=little_room,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1
    assert f"The site was not published in {target}; the site that is there is unchanged." in done.stderr
    assert "Traceback" not in done.stderr
    assert version_of(target) == "old"
    assert beside(target) == ["site"]


def test_files_that_no_build_has_put_there_are_never_lost(target: Path) -> None:
    (target / "CNAME").write_text("compendium.example", "utf-8")
    (target / ".git").mkdir()
    (target / ".git/HEAD").write_text("ref", "utf-8")
    assert refusal(lambda: Publication(target)) == (
        f"{target} holds what no build has put there, and it would be lost:\n  .git/HEAD\n  CNAME\n"
        "Move these files away, or name another folder with --site-dir."
    )
    assert (target / "CNAME").read_text("utf-8") == "compendium.example"
    assert beside(target) == ["site"]


def test_a_site_behind_a_link_is_replaced_where_it_lies(target: Path) -> None:
    link = target.with_name("www")
    link.symlink_to(target)
    publish_version(link, "new")
    assert link.is_symlink()
    assert version_of(target) == "new"


def test_what_a_failed_exchange_has_moved_is_moved_back(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publishing.publication.exchange", atomic_swap.exchange_by_renames)
    publication = Publication(target)
    write_site(publication.staging, "new")
    renamed = Path.rename

    def second_fails(path: Path, to: Path) -> Path:
        if path == publication.staging:
            raise OSError(errno.EIO, "input/output error")
        return renamed(path, to)

    monkeypatch.setattr(Path, "rename", second_fails)
    assert refusal(publication.publish).endswith("The reason: input/output error.")
    assert version_of(target) == "old"


def test_the_list_of_sums_can_be_read_by_other_programs(target: Path) -> None:
    lines = (target / MANIFEST).read_text("utf-8").splitlines()
    files = sorted(file.name for file in target.iterdir() if file.name != MANIFEST)
    assert lines == [f"{hashlib.sha256((target / name).read_bytes()).hexdigest()}  {name}" for name in files]


def test_a_copy_is_held_against_its_sums(target: Path, tmp_path: Path) -> None:
    copy = tmp_path / "stick"
    shutil.copytree(target, copy)
    assert manifest_faults(copy) == []
    (copy / "page-1.html").write_text("changed", "utf-8")
    (copy / "page-2.html").unlink()
    (copy / "page-3.html").unlink()
    (copy / "page-3.html").symlink_to(target / "page-3.html")
    (copy / "extra.html").write_text("", "utf-8")
    (copy / "folder").symlink_to(target)
    (copy / "Thumbs.db").write_text("", "utf-8")
    assert manifest_faults(copy) == [
        "extra.html: not in SHA256SUMS",
        "folder: not in SHA256SUMS",
        "page-1.html: changed",
        "page-2.html: missing",
        "page-3.html: not a regular file",
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (None, "There is no such file; this folder is no published site."),
        ("nonsense\n", "Line 1 cannot be read: 'nonsense'"),
        (f"{'0' * 64}  ../../etc/passwd\n", f"Line 1 cannot be read: '{'0' * 64}  ../../etc/passwd'"),
        (f"{'0' * 64}  /etc/passwd\n", f"Line 1 cannot be read: '{'0' * 64}  /etc/passwd'"),
    ],
)
def test_a_list_that_no_build_has_written_is_not_followed(
    tmp_path: Path, content: str | None, fault: str
) -> None:
    if content is not None:
        (tmp_path / MANIFEST).write_text(content, "utf-8")
    assert manifest_faults(tmp_path) == [f"{MANIFEST}: {fault}"]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<script>x()</script>", "an inline script"),
        ('<p onclick="x()">', "a script in an attribute"),
        ('<p style="color:red">', "a style in an attribute"),
        ("<style>p{}</style>", "an inline style sheet"),
        ('<iframe src="a.html"></iframe>', "a frame, an object or a form that is sent"),
        ('<form action="a.html"></form>', "a frame, an object or a form that is sent"),
        ('<a href="javascript:x()">', "a link that runs something"),
        ('<meta http-equiv="refresh" content="0">', "a page that sends its reader on"),
    ],
)
def test_a_page_that_holds_what_the_policy_forbids_is_found(tmp_path: Path, body: str, what: str) -> None:
    (tmp_path / "a.html").write_text(page(body), "utf-8")
    assert broken_site(tmp_path) == [f"a.html: there is {what}"]


def test_a_page_without_the_policy_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><head><title>A</title></head></html>", "utf-8")
    assert broken_site(tmp_path) == ["a.html: the policy does not stand first in the head"]


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://elsewhere.example/a.png">',
        '<script defer src="https://elsewhere.example/a.js"></script>',
        '<link rel="stylesheet" href="http://elsewhere.example/a.css">',
    ],
)
def test_a_page_that_asks_another_host_is_found(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.html").write_text(page(body), "utf-8")
    assert broken_site(tmp_path) == ["a.html: something is asked of another host"]
