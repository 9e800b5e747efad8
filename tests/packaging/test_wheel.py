"""What pip installs is the whole package and nothing else, and works outside the checkout."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

import pytest

from tests import third_party
from tests.stacks import sites

ROOT = Path(__file__).parents[2]
SITE = Path(__file__).parent / "installed_site"
FONT_LICENCE = "wagtail_prcouncil/ui/static/prcouncil_ui/fonts/OFL.txt"


def run(*command: str | Path, cwd: Path, **variables: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=environment | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def tracked() -> set[str]:
    """The project's files as a release would find them: those git holds or does not ignore."""
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    return {name for name in listed.split("\0") if name and (ROOT / name).exists()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the sdist, and the wheel made from it, of a copy without leftovers of builds."""
    source = tmp_path_factory.mktemp("source")
    for name in tracked():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, source / name)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", source / "dist", cwd=source)
    return source / "dist"


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return HeaderParser().parsestr(archive.read(name).decode())


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == {name for name in tracked() if name.startswith("wagtail_prcouncil/")}


def test_the_wheel_holds_each_kind_of_file(wheel: Path) -> None:
    """Guards the test above against a source tree that has lost a kind itself."""
    with zipfile.ZipFile(wheel) as archive:
        kinds = {Path(name).suffix for name in archive.namelist()}
    assert kinds >= {".css", ".html", ".js", ".mo", ".po", ".py", ".txt", ".woff2"}


def test_the_sdist_holds_the_package_and_what_builds_it(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {member.name.partition("/")[2] for member in archive if member.isfile()}
    made = {name for name in names if name == "PKG-INFO" or ".egg-info/" in name}
    top = {"CHANGELOG.md", "LICENSE", "MANIFEST.in", "README.md", "pyproject.toml", "setup.py"}
    package = {name for name in tracked() if name.startswith("wagtail_prcouncil/")}
    assert names - made - {"setup.cfg"} == package | top


def test_licences_are_named_and_included(wheel: Path, metadata: Message) -> None:
    assert metadata["License-Expression"] == "BSD-3-Clause"
    assert set(metadata.get_all("License-File")) == {"LICENSE", FONT_LICENCE}
    with zipfile.ZipFile(wheel) as archive:
        for name in ("LICENSE", FONT_LICENCE):
            inside = next(
                n for n in archive.namelist() if n.endswith(f".dist-info/licenses/{name}")
            )
            assert archive.read(inside) == (ROOT / name).read_bytes()


def test_only_the_subclassed_neighbour_is_capped(metadata: Message) -> None:
    required = [line for line in metadata.get_all("Requires-Dist") if "extra ==" not in line]
    assert [line for line in required if "<" in line] == ["modelsearch<2,>=1.3"]


def test_the_installed_wheel_serves_a_page(
    wheel: Path, tmp_path: Path, third_party_template: Path
) -> None:
    """In a new environment, outside the checkout. The dependencies are those of the environment
    that runs the tests: a plain path, by which an editable install of the checkout is not followed.
    """
    place = tmp_path / "site"
    shutil.copytree(SITE, place)
    shutil.copy(third_party_template, place / "site.sqlite3")
    environment = tmp_path / "venv"
    venv.create(environment, symlinks=True)
    python = environment / "bin" / "python"
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    purelib = Path(run(python, "-c", ask, cwd=place).strip())
    (purelib / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python]
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=place)
    apps = json.dumps([*sites.requirements(), *third_party.INSTALLED_APPS])
    run(python, "visit.py", cwd=place, INSTALLED_APPS=apps)
