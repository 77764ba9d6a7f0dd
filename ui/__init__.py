"""What people see. PySide6 lives here and nowhere else."""
