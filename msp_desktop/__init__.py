"""What the app does: plain Python, tested without a window. No Qt, no SQL."""
