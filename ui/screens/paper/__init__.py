"""Choosing a sheet, what is asked before it leaves the laptop, how it looks, and printing it."""
