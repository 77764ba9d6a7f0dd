"""A new vault: whose it is, and its passphrase."""
