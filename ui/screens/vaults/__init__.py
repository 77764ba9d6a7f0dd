"""Whose records: the vaults on this laptop, and the way to a new one."""
