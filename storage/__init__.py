"""Remembering: runs, findings, source observations and page texts in one SQL database."""
