"""The generator's own structure: which way imports point, who writes to disk, who looks at the clock."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
MODULES = sorted(path.relative_to(PROJECT).as_posix() for path in (PROJECT / "generator").rglob("*.py"))

FOUNDATIONS = ("vocabulary", "problems", "progress", "processes", "words")
"""Single modules that know nothing of the rooms."""

MAY_USE = {
    "vocabulary": (),
    "problems": (),
    "progress": (),
    "processes": ("progress",),
    "package_files": (),
    "words": (),
    "reading": ("problems",),
    "schema": ("problems", "vocabulary", "words"),
    "compendium": ("problems", "vocabulary", "reading", "schema"),
    "checks": ("problems", "vocabulary", "words", "reading", "schema", "compendium"),
    "tracing": ("problems", "vocabulary", "reading", "schema", "checks"),
    "loading": (*FOUNDATIONS, "reading", "schema", "compendium", "checks", "tracing"),
    "presentation": ("vocabulary", "reading", "schema", "compendium"),
    "privacy": ("reading",),
    "site": ("vocabulary", "reading", "schema", "compendium", "presentation", "privacy"),
    "search": ("vocabulary", "words", "compendium", "schema", "presentation"),
    "book": (*FOUNDATIONS, "reading", "schema", "compendium", "presentation"),
    "editing": (*FOUNDATIONS, "reading", "schema", "compendium", "presentation"),
    "publishing": ("progress", "processes", "presentation", "privacy"),
}
"""What each room of the house may import beside itself; whatever is not named here is not allowed."""

DOORS = ("plugin", "cli")
"""Where people and programs come in: they may use every room, and nothing may use them."""

LIBRARIES_OF_DOORS = {"mkdocs": ("plugin", "cli"), "click": ("cli",)}

WRITERS = {"publishing"}
"""The one room that changes anything on disk."""

WRITING = {
    "write_text", "write_bytes", "mkdir", "makedirs", "touch", "unlink", "remove", "rmdir", "rmtree", "rename",
    "renames", "copy2", "copyfile", "copytree", "move", "symlink_to", "hardlink_to", "chmod", "truncate",
    "mkdtemp", "mkstemp", "TemporaryDirectory", "NamedTemporaryFile",
}  # fmt: skip
ASKING_THE_WORLD = {
    "date.today", "datetime.today", "datetime.now", "datetime.utcnow", "time.time", "time.time_ns",
    "time.monotonic", "time.perf_counter", "time.localtime", "time.gmtime", "time.strftime", "os.getenv",
    "os.environ", "os.environb", "os.getcwd", "os.urandom", "os.cpu_count", "locale.getlocale",
    "locale.setlocale", "Path.cwd", "Path.home", "socket.gethostname", "getpass.getuser", "uuid.uuid1",
    "uuid.uuid4", "random.random", "random.choice", "random.shuffle",
}  # fmt: skip


def room_of(module: str) -> str:
    """The room of a module's path: the folder or file below `generator/`; `__main__` belongs to `cli`."""
    name = module.split("/")[1].removesuffix(".py")
    return "cli" if name == "__main__" else name


def rooms_allowed(room: str) -> set[str]:
    """The rooms that modules of a room may import."""
    return {*MAY_USE, *DOORS} if room in DOORS else {*MAY_USE[room], room}


def tree(module: str) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse((PROJECT / module).read_text(encoding="utf-8"))


def imports(module: str) -> Iterator[str]:
    """The dotted names of all that a module imports, wherever the import stands."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"{module}:{node.lineno}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_writing(node: ast.AST) -> bool:
    """Whether a call changes something on disk."""
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name == "open":
        before_mode = 0 if isinstance(node.func, ast.Attribute) else 1
        modes = [*node.args[before_mode:], *(word.value for word in node.keywords if word.arg == "mode")]
        return any(isinstance(mode, ast.Constant) and set(str(mode.value)) & set("wax+") for mode in modes)
    return name in WRITING


def asks_the_world(node: ast.AST) -> bool:
    """Whether something stands for the clock, the environment, the locale or chance."""
    if isinstance(node, ast.ImportFrom):
        return any(f"{node.module}.{alias.name}" in ASKING_THE_WORLD for alias in node.names)
    return isinstance(node, ast.Attribute) and ".".join(ast.unparse(node).split(".")[-2:]) in ASKING_THE_WORLD


def lines_where(found: Callable[[ast.AST], bool], module: str) -> list[str]:
    """The places in a module at which something is found."""
    return [f"{module}:{node.lineno}" for node in ast.walk(tree(module)) if found(node)]  # type: ignore[attr-defined]


def test_every_room_has_its_place_in_the_house() -> None:
    assert {room_of(module) for module in MODULES} - {"__init__"} == {*MAY_USE, *DOORS}


def test_no_rooms_import_each_other_in_a_circle() -> None:
    left = {room: {*allowed} for room, allowed in MAY_USE.items()}
    while free := {room for room, allowed in left.items() if not allowed & left.keys()}:
        left = {room: allowed for room, allowed in left.items() if room not in free}
    assert left == {}


@pytest.mark.parametrize("module", [module for module in MODULES if room_of(module) != "__init__"])
def test_imports_point_one_way(module: str) -> None:
    used = {room_of(name.replace(".", "/")) for name in imports(module) if name.startswith("generator.")}
    assert used - rooms_allowed(room_of(module)) == set()


@pytest.mark.parametrize("library", LIBRARIES_OF_DOORS)
def test_only_the_doors_know_the_theme_and_the_command_line(library: str) -> None:
    users = {
        room_of(module) for module in MODULES if library in {name.split(".")[0] for name in imports(module)}
    }
    assert users <= {*LIBRARIES_OF_DOORS[library]}


def test_only_publishing_writes_to_disk() -> None:
    inside = [module for module in MODULES if room_of(module) not in {*DOORS, *WRITERS}]
    assert [line for module in inside for line in lines_where(is_writing, module)] == []


def test_only_the_doors_look_at_the_clock_and_the_environment() -> None:
    inside = [module for module in MODULES if room_of(module) not in DOORS]
    assert [line for module in inside for line in lines_where(asks_the_world, module)] == []


@pytest.mark.parametrize(
    ("code", "writes"),
    [
        ("path.write_text('x')", True),
        ("open('x', 'w')", True),
        ("path.open(mode='ab')", True),
        ("shutil.rmtree(folder)", True),
        ("path.open('rb')", False),
        ("open('x')", False),
        ("'a'.replace('a', 'b')", False),
    ],
)
def test_writing_is_recognised(code: str, writes: bool) -> None:
    assert any(is_writing(node) for node in ast.walk(ast.parse(code))) is writes


@pytest.mark.parametrize(
    ("code", "asks"),
    [
        ("datetime.date.today()", True),
        ("os.environ['HOME']", True),
        ("from os import environ", True),
        ("Path.cwd()", True),
        ("overview.home", False),
        ("entry.reviewed_on", False),
    ],
)
def test_asking_the_world_is_recognised(code: str, asks: bool) -> None:
    assert any(asks_the_world(node) for node in ast.walk(ast.parse(code))) is asks
