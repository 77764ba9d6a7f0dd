"""Rows of a tool on paper: a table, a grid of fixed rows, strips of questions, or rings with their list."""

from __future__ import annotations
