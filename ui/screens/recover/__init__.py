"""The way in for a forgotten passphrase: the recovery code, and a new passphrase."""
