"""What stands in the window while everything is hidden, and the PIN that brings it back."""
