"""News for machines that come again: RSS 2.0, Atom 1.0 and JSON Feed 1.1 of any narrowing."""
