"""The hall: the only room that knows all the others; command line, configuration, steps, flows."""

__version__ = "0.1.0"
