"""The keys of the window, and hiding it."""
