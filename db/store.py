"""Contract sketch, being written now: see the real file soon. Plain (kind, id, rev, body) in and out; no row, no session leaves."""
