"""The door: the passphrase of one vault."""
