"""Sites made of the code in the documents, so that what a reader copies is what was tried."""

from pathlib import Path

from tests.database import SqliteStore, run_python, succeed
from tests.docs.reading import Block

# What the documents themselves set, so that nothing of the tests' own settings fills a gap in them.
SAID_BY_DOCUMENTS = (
    "INSTALLED_APPS LANGUAGE_CODE LANGUAGES WAGTAIL_CONTENT_LANGUAGES USE_I18N USE_TZ TIME_ZONE "
    "WAGTAIL_I18N_ENABLED WAGTAILSEARCH_BACKENDS WAGTAIL_PRCOUNCIL ROOT_URLCONF"
)


class DocumentedSite:
    """A folder with the files that documents name, and a database of its own."""

    def __init__(self, folder: Path, migrated_template: Path) -> None:
        self.folder = folder
        self.store = SqliteStore(folder)
        self.store.path("site").write_bytes(migrated_template.read_bytes())
        head = [
            "from tests.third_party import *",
            f"for name in {SAID_BY_DOCUMENTS!r}.split(): globals().pop(name, None)",
            'ROOT_URLCONF = "documented_urls"',
        ]
        self._settings = folder / "documented_settings.py"
        self._settings.write_text("\n".join(head) + "\n")

    def add(self, blocks: list[Block]) -> None:
        """Settings are joined in one module, other files written where their block says."""
        for block in blocks:
            if block.file == "settings.py":
                self.add_settings(block.text)
            elif block.file == "urls.py":
                (self.folder / "documented_urls.py").write_text(block.text)
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
        urls = self.folder / "documented_urls.py"
        lines = urls.read_text().splitlines(keepends=True)
        urls.write_text("".join(line for line in lines if module not in line))

    def manage(self, *arguments: str) -> str:
        """Output of `manage.py` with these arguments, which must succeed."""
        return self.run("-m", "django", *arguments)

    def run(self, *arguments: str) -> str:
        """Output of Python with these arguments on this site's settings."""
        return succeed(
            run_python(
                *arguments,
                settings=self._settings.stem,
                database=self.store.url("site"),
                folder=self.folder,
            )
        )
