"""What is kept, sealed. SQLAlchemy, Alembic and the database keys live here and nowhere else."""
