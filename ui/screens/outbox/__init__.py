"""What goes to the council: what waits to be sealed, what is sealed, and what the council has received."""
