"""Mail of meetings: whom it goes to, what it says, when he is reminded."""
