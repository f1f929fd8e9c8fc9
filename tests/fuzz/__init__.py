"""What reads foreign bytes, fed with nonsense: `python -m tests.fuzz TARGET SECONDS`."""
