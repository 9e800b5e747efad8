"""News as readers look for them: what they ask, lists, archives, and what stands beside an item."""
