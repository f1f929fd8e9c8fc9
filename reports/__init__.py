"""Telling: a `Report` in, text out. Renderers return strings; nothing here writes a file."""
