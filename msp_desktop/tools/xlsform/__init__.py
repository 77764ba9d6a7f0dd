"""From an XLSForm (xlsform.org) to the text of a tool: the part of it that a tool can say, and a list of the rest."""
