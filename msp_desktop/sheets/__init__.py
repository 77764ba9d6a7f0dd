"""From a tool or a record to paper: Typst in, PDF or PNG out."""
