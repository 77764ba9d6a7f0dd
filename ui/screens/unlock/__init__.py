"""The lock: the passphrase of one vault."""
