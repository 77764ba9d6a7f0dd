"""One folder per screen: a view that shows and a presenter that decides."""
