"""Sites made of the code in the documents, so that what a reader copies is what was tried."""

from pathlib import Path
from subprocess import CompletedProcess

from tests.database import SqliteStore, run_python, succeed
from tests.docs.reading import Block

# What the documents themselves set, so that nothing of the tests' own settings fills a gap in them.
SAID_BY_DOCUMENTS = (
    "INSTALLED_APPS LANGUAGE_CODE LANGUAGES WAGTAIL_CONTENT_LANGUAGES USE_I18N USE_TZ TIME_ZONE "
    "WAGTAIL_I18N_ENABLED WAGTAILSEARCH_BACKENDS WAGTAIL_PRCOUNCIL ROOT_URLCONF "
    "WAGTAILIMAGES_IMAGE_FORM_BASE WAGTAILDOCS_DOCUMENT_FORM_BASE"
)


class DocumentedSite:
    """A folder with the files that documents name, and a database of its own."""

    def __init__(self, folder: Path, migrated_template: Path) -> None:
        self.store = SqliteStore(folder)
        self.store.path("site").write_bytes(migrated_template.read_bytes())
        head = [
            "from tests.third_party import *",
            f"for name in {SAID_BY_DOCUMENTS!r}.split(): globals().pop(name, None)",
            'ROOT_URLCONF = "documented_urls"',
            # Of an app that the documents do not install.
            "MIDDLEWARE = [name for name in MIDDLEWARE if 'redirects' not in name]",
        ]
        self._begin(folder, head, folder / "documented_urls.py")

    def _begin(self, folder: Path, settings: list[str], urls: Path) -> None:
        self.folder = folder
        self._urls = urls
        self._settings = folder / "documented_settings.py"
        self._settings.write_text("\n".join(settings) + "\n")

    def add(self, blocks: list[Block]) -> None:
        """Settings are joined in one module, other files written where their block says."""
        for block in blocks:
            if block.file == "settings.py":
                self.add_settings(block.text)
            elif block.file == "urls.py":
                self._urls.write_text(block.text)
            elif block.file:
                place = self.folder / block.file
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(block.text)
                if place.suffix == ".py":
                    (place.parent / "__init__.py").touch()

    def add_settings(self, text: str) -> None:
        self._settings.write_text(f"{self._settings.read_text()}{text}\n")

    def drop_from_urls(self, module: str) -> None:
        """Take the line out that includes this module."""
        lines = self._urls.read_text().splitlines(keepends=True)
        self._urls.write_text("".join(line for line in lines if module not in line))

    def manage(self, *arguments: str) -> str:
        """Output of `manage.py` with these arguments, which must succeed."""
        return self.run("-m", "django", *arguments)

    def run(self, *arguments: str) -> str:
        """Output of Python with these arguments on this site's settings."""
        return succeed(self._python(*arguments))

    def complaints(self, *arguments: str) -> str:
        """What `manage.py` with these arguments writes besides its output; it may fail."""
        return self._python("-m", "django", *arguments).stderr

    def _python(self, *arguments: str) -> CompletedProcess[str]:
        return run_python(
            *arguments,
            settings=self._settings.stem,
            database=self.store.url("site"),
            folder=self.folder,
        )


class StartedSite(DocumentedSite):
    """A project as `wagtail start portal` makes it: a home page, English settings, its own SQLite.

    Nothing is migrated yet.
    """

    def __init__(self, folder: Path) -> None:
        self.store = SqliteStore(folder)  # the project's settings name a file of their own
        start = ["-m", "wagtail.bin.wagtail", "start", "portal", str(folder)]
        succeed(run_python(*start, settings="tests.settings"))
        # The example site has a `home` too.
        head = [f"import sys; sys.path.insert(0, {str(folder)!r})"]
        head += ["from portal.settings.dev import *", "before = INSTALLED_APPS"]
        self._begin(folder, head, folder / "portal" / "urls.py")

    def follow(self, blocks: list[Block]) -> None:
        """The README's blocks, and what it says in words beside them."""
        self.add(blocks)
        session = "django.contrib.sessions.middleware.SessionMiddleware"
        locale = "django.middleware.locale.LocaleMiddleware"
        self.add_settings(
            "INSTALLED_APPS = [*(app for app in before if app not in INSTALLED_APPS), "
            "*INSTALLED_APPS]\n"
            f"MIDDLEWARE.insert(MIDDLEWARE.index({session!r}) + 1, {locale!r})\n"
            "DEBUG = False"
        )
