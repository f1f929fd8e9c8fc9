"""A page, what is true of it and what is false: few of the false may pass, nearly none alarm."""

from __future__ import annotations

import pytest

from claims.values import Judgement, Verdict
from tests.claims.makers import judged

PAGE = """\
Norrvik's heat network: annual report 2024
The district heating company of Norrvik supplied 412 gigawatt-hours of heat in 2024, 6% less than in 2023, because the winter was mild.
It served 38,400 households and 1,250 businesses, and connected 900 new households during the year.
Waste heat from the Halden data centre covered 31% of demand, wood chips 44% and natural gas the remaining 25%.
In 2020 gas had still covered 52%.
The company plans to stop burning gas by 2029.
The average household paid €1,140 for heat, €80 more than a year earlier.
Prices will not rise in 2025, the managing director, Ingrid Solheim, said.
The municipality owns 60% of the company and the pension fund Vestra the other 40%.
A heat pump with an output of 18 megawatts was bought from the Danish firm Kolding Varme for €23 million and went into operation in October 2024, three months behind schedule.
A second heat pump of the same size has been ordered and should be delivered in the spring of 2026.
The network lost 11% of its heat on the way to customers, compared with 14% in 2019.
There were 47 leaks, down from 61 in 2023; the longest outage lasted 19 hours and left 2,300 households without heat.
No one was hurt.
The regulator fined the company €150,000 for billing errors; the company has appealed.
The company employs 164 people, 12 more than in 2023, and a third of them are women.
Net profit fell to €4.2 million from €5.9 million.
Residents' groups welcomed the plan to leave gas but criticised the higher bills.
A referendum on selling the municipality's share was rejected by 57% of voters in May.
Turnout was 41%.
"We would rather repair pipes than pay for lost heat," Solheim said."""
TRUE = """\
The network supplied 412 GWh of heat in 2024.
Heat supply fell by 6% in 2024.
The mild winter reduced the heat supplied in 2024.
Nearly 40,000 households are served by the network.
Wood chips cover 44% of demand.
Natural gas covers a quarter of demand.
The share of gas has more than halved since 2020.
The company will stop burning gas by 2029.
The average household paid €1,060 a year earlier.
The average heating bill rose by €80.
Prices will stay the same in 2025.
Ingrid Solheim is the managing director.
The municipality owns the majority of the company.
Vestra owns 40% of the company.
The heat pump was bought from a Danish firm.
The heat pump cost €23 million.
The heat pump went into operation three months late.
The network loses 11% of its heat.
Heat losses have fallen by three percentage points since 2019.
The number of leaks fell from 61 to 47.
One outage left 2,300 households without heat for 19 hours.
Nobody was hurt.
The regulator fined the company €150,000.
The company has appealed against the fine.
A third of the employees are women.
Net profit was €4.2 million.
Profit fell by €1.7 million.
57% of voters rejected the sale in a referendum.
2024年供热量比前一年减少6%。
公司僱用164人。
沒有人受傷。
市政府持有公司六成股份。
熱泵購自丹麥公司。
一個家庭平均支付1,140歐元。
公司被罰款15萬歐元。""".splitlines()
FALSE = """\
The network supplied 420 GWh of heat in 2024.
Heat supply rose by 6% in 2024.
The company supplied less heat in 2024 because of higher prices.
The network serves 1,250 households.
The network connected 38,400 new households in 2024.
Wood chips covered almost half of demand.
Natural gas covered half of demand in 2024.
The share of gas has doubled since 2020.
The company will stop burning gas by 2025.
The company stopped burning gas in 2024.
The average heating bill fell by €80.
Prices will rise in 2025.
Ingrid Solheim is the mayor of Norrvik.
Vestra owns 60% of the company.
The heat pump was bought from a Swedish firm.
The heat pump cost €32 million.
The heat pump went into operation on schedule.
Two heat pumps are already in operation.
The second heat pump was delivered in 2024.
The network lost 14% of its heat in 2024.
The number of leaks rose from 47 to 61.
One outage left 2,300 households without heat for 19 days.
Several people were hurt.
The regulator fined the company €150 million.
The company accepted the fine.
The company employs 176 people.
Two thirds of the employees are women.
Net profit rose to €5.9 million.
Residents' groups criticised the plan to leave gas.
Residents' groups welcomed the higher bills.
Voters approved the sale of the municipality's share.
57% of voters supported the sale.
Turnout was 57%.
“We would rather replace pipes than pay for lost heat,” Solheim said.
2024年供熱量比前一年增加6%。
電價明年將會上漲。
公司僱用146人。
有多人受傷。
熱泵購自瑞典公司。
公司被罰款1,500萬歐元。""".splitlines()
MOST_FALSE_PASSES = 2
MOST_FALSE_ALARMS = 1
LEAST_SUPPORTED = 0.8


@pytest.fixture(scope="module")
def true() -> list[tuple[str, Judgement]]:
    return [(claim, judged(claim, PAGE)) for claim in TRUE]


def test_few_false_claims_pass() -> None:
    passed = [one for one in FALSE if judged(one, PAGE).verdict is Verdict.SUPPORTED]
    assert len(passed) <= MOST_FALSE_PASSES, passed


def test_few_true_claims_are_called_contradicted(true: list[tuple[str, Judgement]]) -> None:
    alarms = [claim for claim, one in true if one.verdict is Verdict.CONTRADICTED]
    assert len(alarms) <= MOST_FALSE_ALARMS, alarms


def test_most_true_claims_pass(true: list[tuple[str, Judgement]]) -> None:
    missed = [claim for claim, one in true if one.verdict is not Verdict.SUPPORTED]
    assert len(missed) <= (1 - LEAST_SUPPORTED) * len(TRUE), missed
