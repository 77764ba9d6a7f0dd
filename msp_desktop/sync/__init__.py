"""Bundles for the council: files only, no network."""
