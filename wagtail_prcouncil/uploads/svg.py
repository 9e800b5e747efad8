"""SVG drawings: only what draws is let in.

An SVG is a program that a browser runs when somebody opens the file itself: it may hold scripts,
pages, addresses of other hosts. Whatever is not known to be harmless is refused, by its line;
nothing is rewritten, so that an emblem never comes out other than it was drawn.
"""

import re
from collections import Counter
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl, Locator

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser
from django.core.files import File
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil import conf
from wagtail_prcouncil.uploads.refusal import UploadRefused

SVG = "http://www.w3.org/2000/svg"

DRAWING = frozenset(
    """a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite
    feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA
    feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
    feSpecularLighting feSpotLight feTile feTurbulence filter g image line linearGradient marker
    mask metadata path pattern polygon polyline radialGradient rect stop style svg switch symbol
    text textPath title tspan use view""".split()
)
"""SVG 2 without scripts, foreign content, sound, and animation (which can rewrite a link)."""

NOTES = (
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/elements/1.1/",
)
"""What drawing programs write beside a drawing; browsers pass over it."""

# A backslash can spell any of the others, so style with one is not read further.
REACHES_OUT = re.compile(
    r"""\\ | @import | url\s*\(\s*+(?!["']?+\s*+\#) | (?:image-set|image|src|expression)\s*\(
    | (?:java|vb)script\s*:""",
    re.IGNORECASE | re.VERBOSE,
)
INLINE_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")


def check_svg(file: "File[Any]") -> None:
    """Raises UploadRefused, with reason and line. The file is read, then stands at its start."""
    file.seek(0)
    content = file.read(conf.svg_max_bytes() + 1)
    file.seek(0)
    if len(content) > conf.svg_max_bytes():
        raise UploadRefused(
            _("This drawing is larger than %(most)s KB."), "size", most=conf.svg_max_bytes() / 1000
        )
    # An old doctype names its DTD's address, which nobody fetches: not this reader, for which
    # external entities are off, and no browser.
    reader = DefusedExpatParser(forbid_entities=True, forbid_external=False)
    reader.setFeature(feature_namespaces, True)
    watcher = _Watcher(reader)
    reader.setContentHandler(watcher)
    try:
        reader.feed(content)
        reader.close()
    except DefusedXmlException:
        raise UploadRefused(
            _("Line %(line)s: a drawing may not define entities."),
            "entity",
            line=reader.getLineNumber(),
        ) from None
    # LookupError and ValueError: the first line names an encoding that there is not.
    except (SAXException, LookupError, ValueError) as error:
        raise UploadRefused(
            _("Line %(line)s: this is not a well-formed SVG drawing."),
            "broken",
            line=reader.getLineNumber() or 1,
        ) from error
    watcher.copies.check(watcher.elements)


class _Copies:
    """How many elements `<use>` makes of a drawing: ten lines can ask for a thousand million."""

    def __init__(self) -> None:
        self.size: Counter[str] = Counter()  # elements drawn under an id, itself included
        self.uses: dict[str, list[str]] = {"": []}  # what is copied under an id; "" is the whole
        self.reckoned: dict[str, int] = {}

    def add(self, ids: list[str], copied: str | None) -> None:
        for name in filter(None, ids):
            self.size[name] += 1
        if copied:
            for name in {"", *ids}:
                self.uses.setdefault(name, []).append(copied)

    def check(self, elements: int) -> None:
        if elements + self._copied("", ()) > conf.svg_max_elements():
            raise _too_many()

    def _copied(self, name: str, within: tuple[str, ...]) -> int:
        if name in within or len(within) > 50:
            raise UploadRefused(_("A part of this drawing is a copy of itself."), "copies")
        if name not in self.reckoned:
            self.reckoned[name] = sum(
                self.size[used] + self._copied(used, (*within, name))
                for used in self.uses.get(name, ())
            )
        return self.reckoned[name]


def _too_many() -> UploadRefused:
    most = conf.svg_max_elements()
    return UploadRefused(_("This drawing has more than %(most)s elements."), "size", most=most)


class _Watcher(ContentHandler):
    """Reads a drawing from its first to its last element and stops at the first bad one."""

    def __init__(self, locator: Locator) -> None:
        super().__init__()
        self.locator = locator
        self.elements = 0
        self.copies = _Copies()
        self.ids: list[str] = []  # of the open elements, "" for one without
        self.style: list[str] | None = None

    def startElementNS(  # noqa: N802 - SAX's name
        self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        space, local = name
        self.elements += 1
        if self.elements > conf.svg_max_elements():
            raise _too_many()
        if self.elements == 1 and (space, local) != (SVG, "svg"):
            raise self._refused(_("this is not an SVG drawing, but <%(name)s>."), "root", local)
        if space not in NOTES and (space != SVG or local not in DRAWING):
            raise self._refused(
                _("the element <%(name)s> is not allowed in a drawing."), "element", local
            )
        found = {key: value for key, value in attrs.items() if key[0] not in NOTES}
        for (_space, key), value in found.items():
            self._check_attribute(local, key, value)
        self.ids.append(attrs.get((None, "id"), ""))
        used = [value for (_space, key), value in found.items() if key == "href"]
        self.copies.add(self.ids, used[0].strip()[1:] if local == "use" and used else None)
        if local == "style":
            self.style = []

    def endElementNS(  # noqa: N802 - SAX's name
        self, name: tuple[str | None, str], qname: str | None
    ) -> None:
        self.ids.pop()
        if self.style is not None and name[1] == "style":
            if REACHES_OUT.search(_without_comments("".join(self.style))):
                raise self._refused(_("the style refers to something outside."), "reference")
            self.style = None

    def characters(self, content: str) -> None:
        if self.style is not None:
            self.style.append(content)

    def processingInstruction(self, target: str, data: str) -> None:  # noqa: N802 - SAX's name
        raise self._refused(
            _("the instruction <?%(name)s is not allowed in a drawing."), "instruction", target
        )

    def _check_attribute(self, element: str, key: str, value: str) -> None:
        if key.lower().startswith("on"):
            raise self._refused(_("%(name)s would start a script."), "script", key)
        if key in {"base", "src"}:
            raise self._refused(_("%(name)s refers to something outside."), "reference", key)
        if key == "href":
            inline = element == "image" and INLINE_PICTURE.fullmatch(value.strip())
            if not inline and not value.strip().startswith("#"):
                raise self._refused(_("%(name)s refers to something outside."), "reference", key)
        elif REACHES_OUT.search(_without_comments(value)):
            raise self._refused(_("%(name)s refers to something outside."), "reference", key)

    def _refused(self, reason: Any, code: str, name: str = "") -> UploadRefused:
        line, reason = self.locator.getLineNumber(), reason % {"name": name}
        return UploadRefused(_("Line %(line)s: %(reason)s"), code, line=line, reason=reason)


def _without_comments(style: str) -> str:
    """`u/**/rl(…)` is not a way round, but `url/**/(…)` in an old browser was."""
    return re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
