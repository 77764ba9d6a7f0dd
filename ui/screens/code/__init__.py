"""The recovery code, shown once and confirmed from the paper."""
