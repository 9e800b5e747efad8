"""`{% load prcouncil_keeping %}`: parts of pages whose HTML is kept under all that they are made of
(`ui/keeping.py`)."""

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.urls import get_urlconf
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from wagtail_prcouncil.ui.face import Face
from wagtail_prcouncil.ui.keeping import Parts, kept, may_keep
from wagtail_prcouncil.ui.languages import page_in, page_language

register = template.Library()


class PartNode(template.Node):
    """A part of the frame (`ui/frame.py`)."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        face = context.get("prc")
        # Of nothing but the face: what the page brings along would show on every other.
        alone = context.new({"prc": face})
        if not isinstance(face, Face):
            return self.nodelist.render(alone)
        name = f"{self.name}.{get_language()}"
        return face.frame.part(name, lambda: self.nodelist.render(alone))


@register.tag
def prc_part(parser: Parser, token: Token) -> PartNode:
    """`{% prc_part masthead %}…{% endprc_part %}`: kept, and shared by the pages of a site.

    The word names the part, apart from the others of the frame. What stands within gets the
    variable `prc` and no other, and may depend on nothing else.
    """
    try:
        _, name = token.split_contents()
    except ValueError:
        raise template.TemplateSyntaxError(
            "prc_part takes a name: {% prc_part masthead %}."
        ) from None
    nodelist = parser.parse(("endprc_part",))
    parser.delete_first_token()
    return PartNode(name, nodelist)


class KeptWordsNode(template.Node):
    """What is made of plain values alone, and kept under them."""

    def __init__(self, name: str, values: dict[str, FilterExpression], nodelist: NodeList) -> None:
        self.name = name
        self.values = values
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        values = {name: value.resolve(context) for name, value in self.values.items()}
        alone = context.new(values)
        request = context.get("request")
        if request is None or not may_keep(request):
            return self.nodelist.render(alone)
        parts = Parts(self.name, (get_language(), get_urlconf(), values))
        return parts.part("html", lambda: self.nodelist.render(alone))


@register.tag
def prc_kept_words(parser: Parser, token: Token) -> KeptWordsNode:
    """`{% prc_kept_words tools url=address title=page.title %}…{% endprc_kept_words %}`: rendered
    when one of the values is another.

    What stands within gets these variables and no other. They are text or numbers.
    """
    _, *bits = token.split_contents()
    values = token_kwargs(bits[1:], parser)
    if len(values) != len(bits) - 1 or not values:
        raise template.TemplateSyntaxError(
            "prc_kept_words takes a name and values: {% prc_kept_words tools title=page.title %}."
        )
    nodelist = parser.parse(("endprc_kept_words",))
    parser.delete_first_token()
    return KeptWordsNode(bits[0], values, nodelist)


class KeptNode(template.Node):
    """A list of pages whose HTML is kept (`ui/keeping.py`)."""

    def __init__(
        self,
        name: str,
        pages: FilterExpression,
        besides: FilterExpression | None,
        nodelist: NodeList,
    ) -> None:
        self.name = name
        self.pages = pages
        self.besides = besides
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        request = context.get("request")
        if request is None:
            return self.nodelist.render(context)
        return kept(
            self.name,
            self.pages.resolve(context),
            page_language(page_in(context)).code,
            request,
            lambda: self.nodelist.render(context),
            besides=self.besides and self.besides.resolve(context),
        )


@register.tag
def prc_kept(parser: Parser, token: Token) -> KeptNode:
    """`{% prc_kept stream listing.items %}…{% endprc_kept %}`: rendered when an item changes.

    The first word names the list, apart from others that show the same pages. What stands
    within may depend on the pages, on the languages of page and address and on the site
    asked for; on nothing else of the request but a plain value that is named after the pages:
    `{% prc_kept sections sections page.pk %}`.
    """
    _, *bits = token.split_contents()
    if len(bits) not in (2, 3):
        raise template.TemplateSyntaxError(
            "prc_kept takes a name and the pages: {% prc_kept stream listing.items %}."
        )
    name, pages, *besides = bits
    nodelist = parser.parse(("endprc_kept",))
    parser.delete_first_token()
    value = parser.compile_filter(besides[0]) if besides else None
    return KeptNode(name, parser.compile_filter(pages), value, nodelist)
