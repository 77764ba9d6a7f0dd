"""Pictures on their way into the vault. What is known of them once they are there stands in `record.attachment`."""
