"""A widget for each type of question that a tool can ask."""
