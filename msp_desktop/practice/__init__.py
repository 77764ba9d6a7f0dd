"""Rules from the guidance as small pure functions. Nothing here reads a clock, a file or the vault."""
