"""The archive as data: /api/v1/, the same questions as the pages, answered in JSON."""
