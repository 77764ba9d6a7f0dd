"""What may be chosen about the program, and how safe the records on this laptop are."""
