"""One person's page: what is known of them and what was done with them, part by part."""
