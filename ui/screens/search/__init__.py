"""Search over everything that may be found."""
