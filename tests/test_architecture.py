"""The house's order, held by walking the syntax trees: who may import whom, and what is not named at all."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ["text", "models", "search", "ingest"]
SHELL = len(LAYERS)
NAMES_NOT_USED = {"utils", "util", "helpers", "helper", "common", "base", "manager", "handler", "misc"}
LONGEST_FILE = 300

# Where Django, not we, chooses the name: an engine is looked for in its package's `base`.
NAMED_BY_DJANGO = {Path("archive/embedded/base.py")}

# What the pure layer may not touch: the framework, the network, other processes.
NOT_IN_TEXT = {
    "django",
    "psycopg",
    "socket",
    "urllib",
    "http",
    "requests",
    "subprocess",
    "asyncio",
    "sqlite3",
}

OPENING_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes"}

# The one job of the pure layer that needs another program: .doc, which only such programs read.
MAY_START_PROGRAMS = {Path("replies/text/file_formats/word_doc.py")}


def python_files(folder: str) -> list[Path]:
    return [path for path in sorted((ROOT / folder).rglob("*.py")) if "__pycache__" not in path.parts]


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def module_of(path: Path) -> list[str]:
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    return parts[:-1] if parts[-1] == "__init__" else parts


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Every import, those inside functions and under TYPE_CHECKING too, as absolute names with their line."""
    package = module_of(path) if path.name == "__init__.py" else module_of(path)[:-1]
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*start, *([node.module] if node.module else [])])
            yield node.lineno, origin
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)
        elif is_hidden_import(node):
            yield node.lineno, node.args[0].value  # type: ignore[attr-defined]


def is_hidden_import(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
        return False
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in ("import_module", "__import__") and isinstance(node.args[0].value, str)


def layer(module: str) -> int | None:
    """The place in the order of a module of the app; None for what is outside it."""
    parts = module.split(".")
    if parts[0] != "replies" or len(parts) == 1:
        return None
    return LAYERS.index(parts[1]) if parts[1] in LAYERS else SHELL


def upward_imports(path: Path) -> list[str]:
    own = layer(".".join(module_of(path)))
    if own is None:
        return []
    return [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for line, name in imported(path)
        if (found := layer(name)) is not None and found > own
    ]


def test_each_layer_imports_only_from_those_below_it():
    files = [path for path in python_files("replies") if "migrations" not in path.parts]
    assert files
    assert [fault for path in files for fault in upward_imports(path)] == []


def test_no_layer_below_the_shell_imports_the_project_around_it():
    faults = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for name_of_layer in LAYERS
        for path in python_files(f"replies/{name_of_layer}")
        for line, name in imported(path)
        if name.split(".")[0] == "archive"
    ]
    assert faults == []


def test_reading_a_text_needs_no_django_no_network_and_no_other_program():
    faults = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in python_files("replies/text")
        for line, name in imported(path)
        if name.split(".")[0] in NOT_IN_TEXT
        if not (name.split(".")[0] == "subprocess" and path.relative_to(ROOT) in MAY_START_PROGRAMS)
    ]
    assert faults == []


def test_reading_a_text_loads_no_django_by_a_detour():
    code = "import sys, replies.text.parse; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_only_data_files_of_its_own_are_opened_while_reading_a_text():
    """`open` and its like appear in the pure layer only on a path made from `__file__`."""
    faults = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in python_files("replies/text")
        for call in opening_calls(tree_of(path))
        if "__file__" not in path.read_text(encoding="utf-8")
        if path.relative_to(ROOT) not in MAY_START_PROGRAMS
    ]
    assert faults == []


def opening_calls(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            named_open = isinstance(node.func, ast.Name) and node.func.id == "open"
            if named_open or (isinstance(node.func, ast.Attribute) and node.func.attr in OPENING_METHODS):
                yield node


@pytest.mark.parametrize("folder", ["archive", "replies", "scripts", "benchmarks", "tests"])
def test_names_that_say_nothing_are_not_used(folder):
    paths = [path.relative_to(ROOT) for path in python_files(folder)]
    named = {path for path in paths if NAMES_NOT_USED & {*path.with_suffix("").parts}}
    assert sorted(named - NAMED_BY_DJANGO) == []


@pytest.mark.parametrize("folder", ["archive", "replies", "scripts"])
def test_no_file_has_grown_beyond_reading(folder):
    long = {
        str(path.relative_to(ROOT)): lines
        for path in python_files(folder)
        if "migrations" not in path.parts
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_nothing_happens_by_signal():
    """Two journeys stay readable as plain calls: no receiver is connected anywhere in the app."""
    faults = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in python_files("replies")
        for line, name in imported(path)
        if name.startswith(("django.db.models.signals", "django.dispatch", "django.core.signals"))
    ]
    assert faults == []


def test_the_walk_sees_inner_relative_and_hidden_imports(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    path = tmp_path / "replies" / "text" / "wrong.py"
    path.parent.mkdir(parents=True)
    path.write_text(
        "def late():\n"
        "    from ..models import Reply\n"
        "    from replies import views\n"
        "    import importlib\n"
        "    importlib.import_module('replies.ingest.draft')\n"
    )
    found = [fault.split(" imports ")[1] for fault in upward_imports(path)]
    assert found == ["replies.models", "replies.models.Reply", "replies.views", "replies.ingest.draft"]
