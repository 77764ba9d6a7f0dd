"""What is written down about a person, as the parts of their page that can be changed there."""
