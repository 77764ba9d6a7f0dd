"""What a tool is: its definition, loading and checking it, answers to it."""
