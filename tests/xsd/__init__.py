"""Sitemaps against what sitemaps.org and Google News say of them, as small schemas of our own."""

from pathlib import Path

from lxml import etree

HERE = Path(__file__).parent


def validated(content: bytes, name: str) -> etree._Element:
    """The root of a document that fits the schema `name`; what does not fit fails the test."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    schema = etree.XMLSchema(etree.parse(HERE / f"{name}.xsd", parser))
    root = etree.fromstring(content, parser)
    schema.assertValid(root)
    return root
