"""Tools: choosing one, and filling it in."""
