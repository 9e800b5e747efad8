"""How views are counted: in a cache that all processes share, or else in rows."""
