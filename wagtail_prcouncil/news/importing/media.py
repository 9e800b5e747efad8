"""Pictures of an import: looked for in a folder at hand, never fetched."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.images.models import AbstractImage
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

SCHEMES = {"", "http", "https"}  # of a picture's address; `data:` holds no file's name


class PictureNotUsableError(Exception):
    """The file is at hand and is refused; the sentence is for people."""


class Pictures:
    """Pictures by the address or name that a source gives them.

    A file is taken into the library once: the same content is found there again, so that an import
    that runs twice does not fill it twice.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder.resolve() if folder else None
        self._known: dict[Path, AbstractImage] = {}

    def file_for(self, source: str) -> Path | None:
        """The file that has the source's path below the folder, or else its last part. None also
        for what is no address, or names no file that could be."""
        try:
            address = urlsplit(source)
            if self._folder is None or address.scheme not in SCHEMES:
                return None
            parts = [part for part in unquote(address.path).split("/") if part]
            for start in range(len(parts)):
                found = self._folder.joinpath(*parts[start:]).resolve()
                # "..", and links that lead out of the folder
                if found.is_relative_to(self._folder) and found.is_file():
                    return found
        except (OSError, ValueError):  # a bad host, a name too long, a NUL in it
            return None
        return None

    def take(self, path: Path, *, title: str) -> AbstractImage:
        """The library's picture of that file, made when it is not there. Raises
        PictureNotUsableError."""
        if path not in self._known:
            self._known[path] = _taken(path, title)
        return self._known[path]


def _taken(path: Path, title: str) -> AbstractImage:
    """By the form of the admin, so that whatever guards and cleans uploads does so here too."""
    model = get_image_model()
    form = get_image_form(model)(
        {"title": title[:255], "collection": Collection.get_first_root_node().pk},
        {"file": SimpleUploadedFile(path.name, path.read_bytes())},
        instance=model(),
    )
    if not form.is_valid():
        sentences = [str(error) for errors in form.errors.values() for error in errors]
        raise PictureNotUsableError(" ".join(sentences))
    file = form.cleaned_data["file"]
    same: AbstractImage | None = model.objects.filter(file_hash=hash_filelike(file)).first()
    return same or form.save()
