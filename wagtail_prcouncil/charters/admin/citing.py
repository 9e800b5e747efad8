"""Choosing a clause to cite, in the editor of rich text."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.core.cache import cache
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path, reverse_lazy
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.rich_text.converters.html_to_contentstate import LinkElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.citing import LINK_TYPE, ClauseLinkHandler, citation_in
from wagtail_prcouncil.charters.models import Charter, CharterVersion
from wagtail_prcouncil.charters.public.held import chosen
from wagtail_prcouncil.charters.wording import words_of
from wagtail_prcouncil.persian.sorting import sort_key
from wagtail_prcouncil.persian.text import fold
from wagtail_prcouncil.ui.keeping import digest_of

ENTITY = "CHARTER_CLAUSE"
LONGEST_QUERY = 100
SHOWN_WORDS = 16
KEPT_FOR = 60 * 60  # seconds; bounds the room that versions take which nobody meets any more


class Offer(NamedTuple):
    """A clause to choose: its name, how it begins, its level (1 to 3), and what the editor's script
    gets of it, as JSON."""

    name: str
    opening: str
    level: int
    chosen: str


class Offered(NamedTuple):
    """A charter with those of its clauses that were asked for."""

    title: str
    clauses: list[Offer]


class Kept(NamedTuple):
    """A charter with all of its clauses, each with the folded words in which it is searched."""

    title: str
    clauses: list[tuple[Offer, str]]


def choose(request: HttpRequest) -> JsonResponse:
    """Charters that readers see, by name, with the clauses of the version that they meet; those
    that have what was asked for in their name, or in that of their charter, or in their words."""
    query = request.GET.get("q", "")[:LONGEST_QUERY]
    listed = sorted(_offered(fold(query).split()), key=lambda one: sort_key(one.title))
    return render_modal_workflow(
        request,
        "prcouncil_charters/admin/choose_clause.html",
        template_vars={"listed": listed, "query": query},
        json_data={"step": "choose"},
    )


def urls() -> list[URLPattern]:
    address = "prcouncil/charters/clauses/"
    return [path(address, choose, name="prcouncil_charters_choose_clause")]


def register_links(features: FeatureRegistry) -> None:
    """What Wagtail's editor is told of the link, and how it is stored."""
    features.register_link_type(ClauseLinkHandler)
    told = {
        "type": ENTITY,
        "icon": "clipboard-list",
        "description": _("Clause of a charter"),
        "attributes": ["charter", "anchor", "title"],
        "chooserUrl": reverse_lazy("prcouncil_charters_choose_clause"),
    }
    script = "prcouncil_charters/clause-link.js"
    style = {"all": ["prcouncil_charters/editor.css"]}
    features.register_editor_plugin(
        "draftail", LINK_TYPE, EntityFeature(told, js=[script], css=style)
    )
    rule = {
        "from_database_format": {f'a[linktype="{LINK_TYPE}"]': StoredLink(ENTITY)},
        "to_database_format": {"entity_decorators": {ENTITY: stored}},
    }
    features.register_converter_rule("contentstate", LINK_TYPE, rule)


class StoredLink(LinkElementHandler):
    """From what is stored to what the editor's script knows; `title` is shown there only."""

    def get_attribute_data(self, attrs: dict[str, Any]) -> dict[str, Any]:
        return {
            "charter": attrs.get("charter", ""),
            "anchor": attrs.get("anchor", ""),
            "title": name_of(attrs),
        }


def stored(props: dict[str, Any]) -> Any:
    """The other way round."""
    told = {name: props.get(name) or "" for name in ("charter", "anchor")}
    return DOM.create_element("a", {"linktype": LINK_TYPE} | told, props["children"])


def name_of(attrs: dict[str, Any]) -> str:
    """«میثاق‌نامه، مادهٔ ۳»; empty where the clause stands nowhere any more."""
    one = citation_in(attrs)
    rows = CharterVersion.objects.adopted().filter(charter__key=one.charter) if one else ()
    for text in (row.text_in(get_language() or "") for row in reversed(list(rows))):
        for clause in texts.every_clause(text) if text and one else ():
            if clause.anchor == one.anchor:
                return f"{text['title']}: {clause.full_name()}"  # type: ignore[index]
    return ""


def _offered(wanted: list[str]) -> Iterator[Offered]:
    for title, clauses in _clauses_of_all():
        offers = [offer for offer, held in clauses if _has(held, wanted)]
        if offers:
            yield Offered(title, offers)


def _has(held: str, wanted: list[str]) -> bool:
    joined = held.replace(" ", "")  # a word of two halves is typed as one, too
    return all(word in held or word in joined for word in wanted)


def _clauses_of_all() -> list[Kept]:
    """Of the versions that readers meet, as they say it in the active language. Two queries, one
    where nothing has been adopted since somebody last asked: what was adopted never changes, and is
    kept as it is searched."""
    language = get_language() or ""
    rows = CharterVersion.objects.adopted().filter(charter__in=Charter.objects.readable())
    light = rows.without_texts().select_related("charter").order_by("number")
    keys = {version.pk: _key(version, language) for version in chosen(light).values()}
    known: dict[str, Kept] = cache.get_many(keys.values())
    unread = [pk for pk, key in keys.items() if key not in known]
    for version in CharterVersion.objects.filter(pk__in=unread).select_related("charter"):
        made = _clauses(version, language)
        known[keys[version.pk]] = made
        cache.set(keys[version.pk], made, KEPT_FOR)
    return [known[key] for key in keys.values() if key in known]


def _key(version: CharterVersion, language: str) -> str:
    state = version.pk, version.charter.key, version.digests, language
    return f"prcouncil_charters.clauses.{digest_of(state)}"


def _clauses(version: CharterVersion, language: str) -> Kept:
    text = version.text_in(language)
    return Kept(text["title"], list(_of_a_text(version, text))) if text else Kept("", [])


def _of_a_text(version: CharterVersion, text: Any) -> Iterator[tuple[Offer, str]]:
    for clause in texts.every_clause(text):
        words = words_of(clause.text)
        held = fold(" ".join((text["title"], clause.full_name(), words)))
        title = f"{text['title']}: {clause.full_name()}"
        told = {"charter": str(version.charter.key), "anchor": clause.anchor, "title": title}
        opening = Truncator(words).words(SHOWN_WORDS, truncate=" …")
        yield Offer(clause.full_name(), opening, clause.level, json.dumps(told)), held
