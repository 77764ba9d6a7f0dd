"""One visit: before, here, together, after; who is in the room always on top."""
