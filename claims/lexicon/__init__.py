"""Words across scripts and languages: stems, stop words, glosses, names."""
