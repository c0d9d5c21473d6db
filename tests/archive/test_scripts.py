"""What make calls before there is an environment: it must say a clear word on the barest machine."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


def load(name):
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def environment(tmp_path, monkeypatch):
    """The script, for a project in a folder with a blank; what it would run is written down instead."""
    module = load("environment")
    root = tmp_path / "a project"
    root.mkdir()
    (root / "run.lock").write_text("one==1")
    (root / "test.lock").write_text("one==1 two==2")
    monkeypatch.setattr(module, "ROOT", root)
    monkeypatch.setattr(module, "ENVIRONMENT", root / ".venv")
    monkeypatch.setattr(module, "PYTHON", root / ".venv" / "bin" / "python")
    monkeypatch.setattr(module, "LOCKS", {"run": root / "run.lock", "test": root / "test.lock"})
    module.ran = []

    def run(command, **_):
        module.ran.append([str(word) for word in command])
        return subprocess.CompletedProcess(command, module.answer)

    module.answer = 0
    monkeypatch.setattr(module.subprocess, "run", run)
    return module


def test_a_python_without_venv_is_said_with_its_cure(environment, monkeypatch):
    monkeypatch.setattr(environment, "try_venv", lambda: False)
    monkeypatch.setattr(environment.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match="apt-get install python3-venv"):
        environment.make_environment()
    assert environment.ran == []


def test_root_on_debian_gets_the_missing_venv_installed(environment, monkeypatch):
    tries = iter([False, True])
    monkeypatch.setattr(environment, "try_venv", lambda: next(tries))
    monkeypatch.setattr(environment.os, "geteuid", lambda: 0)
    monkeypatch.setattr(environment.shutil, "which", lambda name: f"/usr/bin/{name}")
    environment.make_environment()
    version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert environment.ran[-1] == ["apt-get", "install", "-y", "-qq", version]


def test_packages_are_installed_once_by_their_hashes(environment):
    (environment.ROOT / ".venv").mkdir()
    environment.install("run")
    environment.install("run")
    assert len(environment.ran) == 1
    assert "--require-hashes" in environment.ran[0]
    assert environment.ran[0][-1] == str(environment.ROOT / "run.lock")


def test_a_changed_lock_file_is_installed_again(environment):
    (environment.ROOT / ".venv").mkdir()
    environment.install("run")
    (environment.ROOT / "run.lock").write_text("one==2")
    environment.install("run")
    assert len(environment.ran) == 2


def test_what_tests_need_is_enough_to_run(environment):
    (environment.ROOT / ".venv").mkdir()
    environment.install("test")
    environment.install("run")
    assert len(environment.ran) == 1


def test_an_installation_that_failed_does_not_count_as_done(environment):
    (environment.ROOT / ".venv").mkdir()
    environment.answer = 1
    with pytest.raises(SystemExit, match="could not be installed"):
        environment.install("run")
    environment.answer = 0
    environment.install("run")
    assert len(environment.ran) == 2


def fake_program(folder, name, body):
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def find_python(folder, *arguments, **environment):
    command = ["/bin/sh", str(SCRIPTS / "find-python.sh"), *arguments]
    return subprocess.run(command, env={"PATH": str(folder), **environment}, capture_output=True, text=True)


def test_a_python_that_is_too_old_or_broken_is_passed_over(tmp_path):
    fake_program(tmp_path, "python3", "exit 1")
    fake_program(tmp_path, "python3.13", "exit 127")
    fake_program(tmp_path, "python3.12", f'exec "{sys.executable}" "$@"')
    found = find_python(tmp_path, "-c", "print('a b')")
    assert (found.returncode, found.stdout) == (0, "a b\n")


def test_a_python_can_be_named(tmp_path):
    named = fake_program(tmp_path, "my python", "echo named")
    assert find_python(tmp_path, PYTHON=str(named)).stdout == "named\n"


@pytest.fixture
def tools(monkeypatch):
    """The script on a machine that has no program at all."""
    module = load("test_tools")
    installed = set()
    module.asked_for = []

    def install(packages):
        module.asked_for.extend(packages)
        installed.update(packages)

    monkeypatch.setattr(module, "install", install)
    monkeypatch.setattr(module.shutil, "which", lambda name: name if name in installed else None)
    monkeypatch.delenv("CHROMIUM", raising=False)
    return module


def test_missing_programs_are_installed_where_that_is_possible(tools, monkeypatch):
    monkeypatch.setattr(tools, "can_install", lambda: True)
    tools.main()
    assert "chromium" in tools.asked_for


def test_missing_programs_end_the_test_run_with_a_clear_word(tools, monkeypatch, capsys):
    monkeypatch.setattr(tools, "can_install", lambda: False)
    with pytest.raises(SystemExit, match="nothing was tested"):
        tools.main()
    assert "browser tests" in capsys.readouterr().err


def test_no_lock_file_names_the_place_its_packages_came_from():
    lock = load("lock")
    for path in (SCRIPTS.parent / "requirements.lock", SCRIPTS.parent / "requirements-dev.lock"):
        text = path.read_text()
        assert "--hash=sha256:" in text
        assert not lock.NAMES_A_HOST.search(text)
