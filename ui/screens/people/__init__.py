"""Everybody whose records are on this laptop: the list, finding somebody in it, and adding somebody."""
