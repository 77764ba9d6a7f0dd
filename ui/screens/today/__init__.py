"""What is planned and what was done, and what to do when there is nothing."""
