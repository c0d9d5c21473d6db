"""The staff side."""
