"""What each command does, by group. Parsing stands in `cli`; every command gives its lines back to be printed."""
