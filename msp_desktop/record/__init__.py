"""One module per thing recorded."""
