"""The words with which documents point to a source, in every language that is read."""

from __future__ import annotations

import re

_LABEL = (
    r"(?:(?:data\s+)?sources?|data|via|see(?:\s+also)?|from|ref(?:erence)?s?|citations?|cf\.?"
    r"|links?|here"
    r"|quellen?|quellenangabe|siehe(?:\s+auch)?|vgl\.?|daten|hier"
    r"|voir(?:\s+aussi)?|d['’]après|ici|données|références?"
    r"|fuentes?|véase(?:\s+también)?|ver|aquí|datos|referencias?"
    r"|(?:資料|资料|數據|数据|消息)?(?:來源|来源|出處|出处)|[參参][見见考]|[見见]|[詳详][見见]"
    r"|引[用自]"
    r"|出典|参照|引用元?|資料|データ|출처|자료|fonti?|vedi|bron(?:nen)?|zie|źródł[oa]|kaynak"
    r"|источники?)"
)
_JOINED = (
    r"(?:and|or|also|both|in|of|the|und|et|y|e|及|和|與|与|並|并|、|accessed|retrieved"
    r"|abgerufen|consulté"
    r"|consultado|on|am|le|el|pp?\.|\d{1,4}(?:[-/.–]\d{1,4}){0,2}\.?|january|february|march"
    r"|april|may|june"
    r"|july|august|september|october|november|december)"
)

# All that is left of a text without its links: nothing, or words that only point.
ONLY_POINTS = re.compile(rf"\W*(?:{_LABEL}\W*)?(?:{_JOINED}\W+)*$", re.IGNORECASE)

# "See [here](a) and [there](b)": the reader is sent to what is linked.
SENDS_TO = re.compile(
    r"\W*(?:see(?:\s+also)?|cf\.?|siehe(?:\s+auch)?|vgl\.?|voir(?:\s+aussi)?|véase(?:\s+también)?"
    r"|[參参][見见考]|[見见]|[詳详][見见]|参照|vedi|zie)(?!\w)",
    re.IGNORECASE,
)

# "Source: Port Authority, yearbook": the sentence names a source and states nothing.
NAMES_A_SOURCE = re.compile(
    r"\W*(?:(?:data\s+)?sources?|references?|quellen?|daten|fuentes?|données|datos"
    r"|(?:資料|资料|數據|数据|消息)?(?:來源|来源|出處|出处)|出典|資料|データ|출처|자료|fonti?"
    r"|bron(?:nen)?"
    r"|źródł[oa]|kaynak|источники?)\s*[:：]",
    re.IGNORECASE,
)

# The header of a table's column that holds sources.
SOURCE_COLUMN = re.compile(rf"\W*{_LABEL}\W*$", re.IGNORECASE)

# The column of a table of claims that states them, and one that only numbers the rows.
CLAIM_COLUMN = re.compile(
    r"\W*(?:(?:the\s+)?claims?|statements?|assertions?|what\s+is\s+(?:claimed|said)"
    r"|aussagen?|behauptung(?:en)?|affirmations?|déclarations?|énoncés?|afirmaci[oó]n(?:es)?"
    r"|主[张張]|[说說]法|[陈陳]述|[敘叙]述|[声聲]明|[论論][点點]|主張|記述)\W*",
    re.IGNORECASE,
)
NUMBER_COLUMN = re.compile(
    r"\W*(?:#|n[ro°º]?|№|no\.|nos?|num(?:ber)?|row|item|id|lfd\.?\s?nr|[编編][号號]|序[号號]|[项項][次目]|番号)?\W*",
    re.IGNORECASE,
)

# Link texts that are addresses or only point: "https://...", "[1]", "source".
POINTER = re.compile(
    rf"https?://.*|[\s\[(（【]*(?:\d{{1,3}}|[*†‡§]|{_LABEL}|[a-z]{{1,2}})[\s\])）】]*$",
    re.IGNORECASE,
)
