"""What reads pages today; by itself, for those who only have to tell pages read before apart."""

from __future__ import annotations

# Raise this when the same body would give another page: stored pages are then read anew.
EXTRACTOR_VERSION = "3"
