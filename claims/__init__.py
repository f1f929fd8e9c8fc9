"""Thinking: documents, claims, citations, pages, passages, verdicts.

Pure: values in, values out. This room opens no file, socket or database, reads no clock
and writes no log; `tests/claims/test_purity.py` keeps it so.
"""
