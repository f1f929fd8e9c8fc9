"""Digits that are no quantities: addresses, product names, citation marks, clock times."""

from __future__ import annotations

import re

_MASKED = re.compile(
    r"""
      https?://\S+ | www\.\S+
    # "Two Hearts", 'Square Two'
    | (?<!\w) ["\u201c'\u2018] (?-i: [A-Z][\w'\u2019-]*
      (?: \s+ (?: [A-Z\d][\w'\u2019-]* | of | the | and | a | in | on | to | for ) ){1,6} )
      ["\u201d'\u2019] (?!\w)
    | \[ \d{1,3} (?: \s*[,;\u2013-]\s* \d{1,3} )* \]        # [1], [2, 5], [3-6]
    | \u3010 \d+ [^\u3011]{0,40} \u3011                      # citation marks in lenticular brackets
    | \b (?: his | her | their | my | your | our ) \s+ (?: (?:early|mid|late) [\s-] )? [2-9]0s \b
    | (?<![A-Za-z0-9_.])
      (?! (?: [ckm]?m | ft ) [23] \b | [kMG]?t CO2
        | (?: mid | pre | post ) - (?: [12]\d{3} | \d0s ) )
      [A-Za-z]+ [-\u2010\u2011\u2013]? \d [A-Za-z0-9_.]* (?<!\.)  # F-35, A320
    | (?<![A-Za-z0-9_.,$€£¥₹]) \d+ [A-Za-z]{1,2} (?![A-Za-z0-9]) (?: / \d+ [A-Za-z] )*   # 5G, 5G/6G
    | (?<![\d:.,$€£]) \d{1,2} (?: [.:] \d{2} )? \s? [ap] (?: m \b | \.m\. )       # 5.30 a.m.
    | (?<![\d:]) \d{1,2} : \d{1,2} (?: : \d{2} )? (?![\d:])        # 10:30, 2:1
    | (?<!\d) \d+ (?: \. \d+ ){2,} (?!\d)                        # 1.2.3
    | \b \d in \d \b                                             # 2in1
    | \b (?: one | two | three | four | five | six | seven | [1-7] ) -stars? \b
    | \b (?: 24/7 | 9/11 ) (?! [\d%] | / )
    | (?<!\d) \d{1,2} \s? [点點時时] \s? (?: \d{1,2} \s? 分 | 半 | 整 | [钟鐘] )  # 10點30分
    | (?: 凌晨 | 清晨 | [早晚]上 | [上中下]午 | 傍晚 | [晚夜][间間] ) \s? \d{1,2} \s? [点點時时]
      (?: \s? \d{1,2} \s? 分 | 半 )?
    | (?<![\d/]) \d{1,2} / \d{1,2} / \d{2} (?![\d/])                # 11/28/26
    | (?<=[\u4e00-\u9fff]) \d{1,3} \s? [号號] (?! [\d线線店楼樓房] )    # 9號火箭
    | (?<![\d/]) (?: 0?[1-9] | 1[0-2] ) / (?: 0?[1-9] | 1[0-2] ) / \d{2,4} (?![\d/])  # 03/10/2021
    | (?: 波音 | 空客 | 空巴 | 空中巴士 ) \s? [A-Z]? \d+
    | (?<![\d每两兩一二三四五六七八九十]) (?: [周週] | 星期 | [礼禮]拜 ) [一二三四五六日天]
    | \b (?: defeat | beat | won | wins? | lost | lose | drew | draw | victory | loss | scored? )
      (?: \s+ \w+ ){0,4}? \s+ \d{1,2} \s? [-\u2013] \s? \d{1,2}  # won 5-4
      (?! \d | \s* (?:%|percent|million) )
    | \b season \s* \d{1,2} (?! \d | [/-]\d )
    | \b (?: figure | fig\. | table | chapter | section | article | appendix | volume | vol\.
           | issue | page | pp?\. | version | part | no\. | number | room | route | flight | model
           | tier | type | phase | title | episode | psalm | rule | step | grade | highway
           | interstate | appendix | clause | paragraph | annex | unit | formula | apollo
           | boeing | airbus | windows | iphone | ios | android | galaxy | pixel | falcon | chang'e
           ) \s* \d+ (?: \.\d+ )* \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Short suffixes that make a digit a measure after all, and prefixes that make it money.
_UNIT_SUFFIX = re.compile(
    r"\d(?:k|m|g|t|bn|tn|mn|x|km|kg|mg|µg|ml|lb|oz|ft|db|kb|cm|mm|nm|gw|mw|kw|hz|gb|tb|mb|pb|tw|kj|mj|gj|pj|ej|kt|mt|gt|cl|dl|hl|hp|mi|yd|hr|yr|wk|pp|bp|in|st|nd|rd|th|h|s|c|v|w|l|ha|p|pc)$",
    re.IGNORECASE,
)
_GENERATION = re.compile(r"\d[gGdDkK]$")
_CURRENCY_PREFIX = re.compile(
    r"(?:us|a|c|hk|nt|s|r)?\$|(?:rmb|usd|eur|gbp|cny|jpy|chf|sek|nok|dkk|inr|krw|aud|cad|sgd|hkd|twd"
    r"|nzd|brl|zar|pln|thb|myr)-?\d|(?-i:R[Ms])\d",
    re.IGNORECASE,
)


# A full stop would part the currency from its number.
_RUPEES = re.compile(r"\bRs\.(?=\s?\d)")


def mask(text: str) -> str:
    """The text with every false numeral blanked out, of the same length."""
    return _MASKED.sub(_blank, _RUPEES.sub("Rs ", text))


def _blank(match: re.Match[str]) -> str:
    written = match.group()
    first = written.split("/")[0]
    is_measure = (
        first[0].isdigit()
        and not (_GENERATION.search(first) and "/" in written)
        and _UNIT_SUFFIX.search(first)
        and not re.fullmatch(r"[2-6][gG]|[23][dD]|[48]k", first)
    )
    if is_measure or _CURRENCY_PREFIX.match(written):
        return written
    return " " * len(written)
