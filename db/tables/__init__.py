"""The tables of the vault, one module per thing recorded."""
