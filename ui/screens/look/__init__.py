"""How the window looks: colours and the size of the text."""
