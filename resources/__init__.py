"""Content that anyone may read: data, no logic."""
