"""Fetching: cited URLs in, `Fetched` or `Missed` out, one for each URL, whatever happens."""
