"""How an older vault becomes one of today."""
