// The words of comments in many wordings: what says the contrary of its row is never counted as checked, and what is right is not accused.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "words-"));
afterAll(() => rmSync(folder, { recursive: true }));

/*
 * Baseline 2019, current the 12 months to September 2023; the force, then the group. By hand:
 *   Robbery             288 →   383 is   95, 33.0 % (95/288 = 0.32986);  4,030 →  3,508 is    −522, −12.95 %
 *   Burglary          3,496 → 2,922 is −574, −16.4 %;                   34,707 → 23,398 is −11,309, −32.58 %
 *   Vehicle offences    600 →   400 is −200, −33.3 %;                    5,000 →  5,500 is     500, 10.0 %
 *   Arson                40 →    80 is   40, 100.0 %;                      700 →    630 is     −70, −10.0 %
 *   Public order        100 →   110 is   10, 10.0 %;                     2,000 →  1,900 is    −100, −5.0 %
 *   Drugs             2,004 → 4,027 is 2,023, 100.9 %;               2,000 →  1,900 is    −100, −5.0 %: numbers that could be years
 *   Good or excellent job  58.7 % → 52.6 % is −6.1 points;              57.6 % → 54.3 % is −3.3 points
 */
const times = ["Baseline: 2019", "Current: 12 months to September 2023"];
const crime = `Measure,${times.flatMap((time) => [`${time}: Kent number`, `${time}: MSG number`]).join(",")},Change: Kent variance,Change: MSG variance,Change: Kent % difference,Change: MSG % difference
Robbery,288,4030,383,3508,95,-522,33.0%,-12.95%
Burglary,3496,34707,2922,23398,-574,-11309,-16.4%,-32.58%
Vehicle offences,600,5000,400,5500,-200,500,-33.3%,10.0%
Arson,40,700,80,630,40,-70,100.0%,-10.0%
Public order,100,2000,110,1900,10,-100,10.0%,-5.0%
Drugs,2004,2000,4027,1900,2023,-100,100.9%,-5.0%
`;
const survey = `Measure,${times.flatMap((time) => [`${time}: Kent percentage`, `${time}: MSG percentage`]).join(",")},Change: Kent difference in percentage points,Change: MSG difference in percentage points
Good or excellent job,58.7%,57.6%,52.6%,54.3%,-6.1,-3.3
`;
const names: Readonly<Record<string, string>> = {
  R: "Robbery",
  B: "Burglary",
  V: "Vehicle offences",
  A: "Arson",
  P: "Public order",
  D: "Drugs",
  C: "Good or excellent job",
};

/** True, or not for a table to tell: what comes of it, the row, the sentence. None may be accused. */
const right = `
matched | R | 383 (2023), 288 (2019).
matched | R | The number in 2023 (383) is up on 2019 (288).
matched | R | The baseline was 288.
matched | C | The baseline figure was 58.7%.
matched | R | Since 2019 (33.0%) it rose.
not checked | R | The baseline was 12 (2015).
matched | R | They rose by 33.0%.
matched | R | Offences rose by 33.0%.
matched | R | This is a rise of 33.0%.
matched | R | Robbery: it rose by 33.0%.
matched | R | It rose by 95.
matched | R | Robbery was 383, up from 288.
matched | R | Robberies rose by 33%.
not checked | R | Crimes of this type rose by 33.0%.
matched | R | Reports rose by 33.0%.
matched | R | Numbers rose by 33.0%.
matched | R | Figures rose by 33.0%.
matched | R | Levels rose by 33.0%.
matched | R | Volumes rose by 33.0%.
matched | R | The total rose by 33.0%.
matched | R | The total rose by 95.
matched | R | Recorded offences have risen by 33.0%.
matched | R | There were 95 more offences, a rise of 33.0%.
matched | R | That is an increase of 33.0%.
matched | R | That is 95 more.
matched | R | These have increased by 33.0%.
matched | R | These are up 33%.
matched | R | Those rose by 33.0%.
matched | R | Up 33% since 2019.
matched | R | Up by 33.0% on the baseline.
matched | R | Robbery is up 33.0% on 2019.
matched | R | A rise of a third (33.0%).
matched | R | An increase of 95 offences.
matched | R | This represents an increase of 33.0%.
matched | R | This equates to a rise of 33.0%.
matched | R | That amounts to an increase of 95 offences.
matched | R | This means a 33.0% increase.
matched | R | The change is +33.0%.
matched | R | The change was an increase of 33.0%.
matched | R | Robbery, +33.0%.
matched | R | Robbery is 33.0% higher than in 2019.
matched | R | It is 33% higher than the baseline.
matched | R | 33% more offences were recorded than in 2019.
matched | R | There were 33.0% more offences.
matched | R | 95 more offences were recorded than in 2019.
matched | R | An additional 95 offences were recorded.
matched | R | Robbery grew by 33.0%.
matched | R | Robbery climbed by 33.0%.
matched | R | Robbery jumped by 33.0%.
matched | R | Robbery surged by 33.0%.
matched | R | Robbery offences have gone up by 33.0%.
matched | R | Offences went up by 95.
matched | R | They went up from 288 to 383.
matched | R | Offences rose from 288 to 383.
matched | R | Numbers rose to 383 from 288.
matched | R | The total is 383, up from 288.
matched | R | They now stand at 383, up from 288.
matched | R | There were 383 offences, up from 288 in 2019.
matched | R | Offences were up by 33.0% (95 more).
matched | R | Offences rose by 33.0%, or 95.
matched | R | Overall, offences rose by 33.0%.
matched | R | However, offences rose by 33.0%.
matched | R | Overall numbers rose significantly, by 33.0%.
matched | R | Compared with 2019, offences rose by 33.0%.
matched | R | Since 2019, offences rose by 33.0%.
matched | R | Between 2019 and the 12 months to September 2023, they rose by 33.0%.
matched | R | From 2019 they rose by 33.0%.
matched | R | Compared with 2019 offences rose by 33.0%.
matched | R | Between 2019 and 2023 offences rose by 33.0%.
matched | R | By 2023 offences rose by 33.0%.
matched | R | After 2019 crimes rose by 33.0%.
matched | R | From 2019 to 2023 offences rose by 33.0%.
matched | D | It rose by 2023 offences from 2004 offences to 4027 offences.
matched | R | In the last 12 months they rose by 33.0%.
matched | R | At 33.0%, the rise is large.
matched | R | The rise is 33.0%.
matched | R | The increase was 33.0%.
matched | R | The increase stands at 33.0%.
not checked | R | The increase of 33.0% is a concern.
matched | R | A 33.0% rise was recorded.
matched | R | A 33.0% increase in robbery was recorded in Kent.
matched | R | Kent saw a rise of 33.0%.
matched | R | The county saw an increase of 33.0%, while the MSG fell by 12.95%.
matched | R | Robbery rose by 33.0% in Kent and fell by 12.95% in the MSG.
matched | R | Offences rose by 33.0% in Kent, whereas the MSG saw a fall of 12.95%.
matched | R | In Kent it rose by 33.0%. In the MSG it fell by 12.95%.
matched | R | The MSG fell by 12.95%. Robbery rose by 33.0%.
matched | R | The MSG fell by 522 to 3,508.
matched | R | MSG offences fell by 12.95%.
matched | R | Unlike the MSG, which fell by 12.95%, robbery rose by 33.0%.
matched | R | Robbery did not fall: it rose by 33.0%.
matched | R | Robbery is no longer falling; it rose by 33.0%.
matched | R | Instead of falling, robbery rose by 33.0%.
not checked | R | Robbery rose by 33.0%, against an aim to reduce it by 10%.
not checked | R | The aim is to reduce by 10%, and robbery rose by 33.0%.
not checked | R | The target is a 10% reduction. Robbery rose by 33.0%.
not checked | R | Robbery rose by 33.0% and burglary fell by 16.4%.
not checked | R | Burglary fell by 16.4%, but robbery rose by 33.0%.
matched | R | Robbery rose by 33.0%, though thefts fell.
not checked | R | Robbery rose by 33.0% after a fall of 20% in 2018.
not checked | R | Robbery rose by 33.0%, having fallen by 20% before 2019.
matched | R | Robbery rose by 33.0%, reversing the fall seen earlier.
not checked | R | The fall of earlier years has ended: robbery rose by 33.0%.
matched | R | Robbery rose by 33.0% but fell in the last quarter.
matched | R | Robbery rose to 383 from 288, but is now falling.
matched | R | Robbery rose by a third (33.0%) to 383 offences.
matched | R | Robbery was 383. It was 288 in 2019.
matched | R | There were 288 robberies in 2019 and 383 in the 12 months to September 2023.
matched | R | 383 robberies were recorded.
matched | R | 383 offences were recorded, 95 more than in 2019.
matched | R | There are 383 reports, compared with 288 in 2019.
not checked | R | A fall in confidence in policing goes with robbery being up by 33.0%.
not checked | R | Reductions elsewhere do not change that robbery rose by 33.0%.
matched | R | Patrols in towns were cut, and robbery rose by 33.0%.
matched | R | Robbery rose by 33.0%, the largest rise of any force.
matched | R | Robbery rose by 33.0%, in line with police demand, which went up.
not checked | R | Robbery fell to a low of 210 in 2020, and is now 383.
not checked | R | Robbery peaked at 430 in 2022 and has fallen since to 383.
not checked | R | It fell to 383 from 430 last year.
not checked | R | In towns it fell by 5%.
not checked | R | Knife robbery fell by 33%.
not checked | R | Personal robbery fell by 95 last year.
not checked | R | Near stations it fell by 95.
not checked | R | Robbery would have fallen by 33% without this.
not checked | R | Victims aged under 18 fell by 33%.
not checked | R | Stop and search fell by 33%.
matched | B | They fell by 16.4%.
matched | B | Offences fell by 16.4%.
matched | B | It fell by 574.
matched | B | This is a fall of 16.4%.
matched | B | Numbers are down by 574.
matched | B | Down 16.4% on 2019.
matched | B | Down by 16.4%.
matched | B | Offences were reduced by 16.4%.
matched | B | Burglary has been reduced by 16.4%.
not checked | B | A reduction of 16.4% was achieved.
matched | B | There was a reduction of 574 offences.
matched | B | This represents a reduction of 16.4%.
matched | B | This equates to 574 fewer offences.
matched | B | There were 574 fewer offences than in 2019.
matched | B | 574 fewer burglaries were recorded.
matched | B | 16.4% fewer offences were recorded.
matched | B | Burglary is 16.4% lower than in 2019.
matched | B | It is 16.4% lower than the baseline.
matched | B | -16.4% since 2019.
matched | B | The change is -16.4%.
matched | B | The change was −16.4%.
matched | B | Burglary fell from 3,496 to 2,922.
matched | B | They fell from 3,496 to 2,922.
matched | B | Offences are down from 3,496 to 2,922.
matched | B | There were 2,922, down from 3,496.
matched | B | Numbers dropped by 16.4%.
matched | B | Volumes declined by 16.4%.
matched | B | Burglary plunged by 16.4%.
matched | B | Burglary has decreased by 16.4%, and is no longer rising.
matched | B | Burglary did not rise; it fell by 16.4%.
not checked | B | Burglary fell by 16.4% but fell short of the aim of 20%.
not checked | B | Burglary fell by 16.4%, while robbery rose by 33.0%.
matched | B | The MSG fell by 32.58%, twice our fall of 16.4%.
matched | B | Burglary fell by 16.4% (574 offences), less than the MSG (32.58%).
not checked | B | The decrease of 16.4% is welcome.
matched | B | Reports of rising car crime aside, burglary fell by 16.4%.
matched | V | Vehicle offences are down by a third, from 600 to 400.
matched | V | They are down by a third (33.3%).
matched | V | These fell by 200, or 33.3%.
matched | V | 33% fewer were recorded.
matched | V | Vehicle offences fell by 33%, in contrast to the MSG, up 10%.
not checked | V | Offences halved in some towns, and fell by 33.3% overall.
matched | V | The fall was 33.3%; in the MSG there was a rise of 10.0%.
matched | A | Arson doubled, from 40 to 80.
matched | A | They doubled from 40 to 80.
matched | A | Arson has doubled (a rise of 100%).
matched | A | Arson rose by 100%.
matched | A | It doubled to 80.
matched | A | There were 40 more.
matched | P | Public order offences rose by 10%.
matched | P | Public order was 110, up from 100.
matched | P | Numbers rose by 10%, against a fall of 5% in the MSG.
matched | C | Confidence fell by 6.1 percentage points.
matched | C | It fell by 6.1 percentage points, to 52.6%.
matched | C | This is a fall of 6.1 percentage points.
matched | C | Confidence is down from 58.7% to 52.6%.
not checked | C | They are 6.1 points lower than in 2019.
matched | C | Confidence is at 52.6%, against 58.7% in 2019.
matched | C | The MSG fell by 3.3 percentage points. Ours fell by 6.1 percentage points.
not checked | R | Burglary is a concern. They fell by 33.0%.
not checked | R | Arrests rose to 50. They fell by 33% last time.
not checked | R | Officer numbers fell by 33%, and robbery rose by 33.0%.
matched | R | Robbery rose by 33.0%, not the fall that we wanted.
not checked | R | Robbery rose by 33.0% rather than falling.
not checked | R | Solved robberies fell by 95.
not checked | R | The charge rate fell by 33.0 percentage points.
not checked | R | The gap to the MSG fell by 33%.
not checked | R | A fall of 33% was seen in the first year of the plan, before robbery rose.
not checked | R | Offences fell to 210 in the lockdowns and then rose to 383.
not checked | R | In 2020 offences fell by 33%.
not checked | R | Offences fell by 33.0% between 2015 and 2018.
not checked | R | Offences fell by 33% in Dover.
not checked | R | Offences fell by 95 in the first half of the year.
not checked | R | Since the launch of Operation Castle, offences fell by 33%.
not checked | R | The 33.0% rise hides a fall in the towns.
matched | R | A 33.0% rise, from 288 to 383, reflects lower numbers in 2019.
not checked | R | The low of 288 in 2019 makes the rise of 33.0% large.
not checked | R | While it fell in the MSG, robbery rose by 33.0%.
not checked | R | Despite a fall in the MSG, robbery rose by 33.0%.
not checked | R | Robbery rose by 33.0% despite falls in burglary and theft.
not checked | R | Robbery fell in May but rose by 33.0% over the last 12 months.
matched | R | It is hoped that robbery falls; it rose by 33.0%.
matched | R | We aim to reduce this. It rose by 95.
not checked | R | The force's rise of 33.0% compares with a fall of 12.95% in the MSG.
matched | B | Burglary fell by 16.4%, and the rise of previous years has stopped.
matched | B | Growth in burglary has stopped, and it fell by 16.4%.
not checked | B | The fall of 16.4% follows a rise of 5% in 2018.
not checked | B | Increased patrols led to a fall of 16.4%.
matched | B | Reporting increased, yet burglary fell by 16.4%.
matched | B | As reporting grew, offences fell by 16.4%.
not checked | B | More officers were on patrol, and offences fell by 16.4%.
not checked | B | A rise in detections goes with 574 fewer burglaries.
not checked | B | Raised awareness helped it fall by 16.4%.
matched | B | Up to 2019 burglary rose; it has since fallen by 16.4%.
matched | B | The number of burglaries, which had been rising, fell by 574.
matched | C | This fell by 6.1 percentage points, although satisfaction rose.
matched | C | The aim is an increase; it fell by 6.1 percentage points.
not checked | C | The aim of an increase was not met: a fall of 6.1 percentage points.
not checked | V | Vehicle offences were down 200, with theft of vehicles up 10%.
matched | P | Public order rose from 100 to 110, while it fell in the MSG.
matched | R | It fell by 12.95% in the MSG.
matched | R | It rose by 33.0% in Kent.
matched | R | Robbery fell by 12.95% in the MSG, and rose by 33.0% in Kent.
matched | R | Robbery rose to 383 in Kent and fell to 3,508 in the MSG.
matched | R | Robbery fell in the MSG.
matched | R | It fell across the MSG.
not checked | P | Total recorded crime fell by 10%. Robbery rose by 10%.
not checked | P | All crime fell by 10%.
not checked | P | Overall crime fell by 10%.
not checked | P | The population fell by 10%.
not checked | P | Reporting fell by 10%.
not checked | P | It fell by 10% the year before.
not checked | P | It fell by 10% in the period before.
not checked | P | Crime fell by 10%.
not checked | P | Recorded crime fell by 10%.
not checked | P | The level of crime fell by 10%.
not checked | P | All offences fell by 10%.
not checked | P | Overall offences fell by 10%.
not checked | P | All recorded offences fell by 10%.
not checked | P | Total incidents fell by 10%.
not checked | P | Residents fell by 10%.
not checked | P | Previously it fell by 10%.
not checked | P | In 2019 it fell by 10%.
not checked | P | In 2019 offences fell by 10%.
not checked | P | It fell by 10% in 2019.
not checked | P | It fell by 10% during the baseline year.
matched | A | Arson doubled.
matched | A | It has doubled since 2019.
matched | R | The number of PCSOs stayed the same.
matched | R | PCSO numbers rose. They stayed the same.
matched | R | Robbery of shops stayed the same.
matched | R | Solved robberies doubled.
matched | R | Robbery doubled in Dover.
matched | R | Robbery doubled between 2015 and 2018.
matched | R | Robbery in Dover stayed the same.
matched | R | Robbery remained stable in Dover.
matched | R | Robbery remained unchanged in the towns.
matched | R | There was no change in the law.
matched | R | No change in approach.
matched | R | Robbery has not doubled.
matched | R | It stayed the same as in 2018.
matched | R | Robbery would have doubled.
matched | R | Officer numbers doubled.
matched | R | The robbery team has grown. It stayed the same until May.
matched | R | We have a new team. It doubled.
matched | R | We have a new team. There was no change.
matched | R | The budget remained level.
matched | R | The time to answer stayed the same.
matched | R | Robbery rose, and the number of officers stayed the same.
matched | R | Robbery rose; the number of arrests doubled.
`;

/** Each says something that its row is against, or that its row cannot settle: none may have all of its numbers counted as checked. */
const wrong = `
wrong-period | R | 288 (2023), 383 (2019).
wrong-period | R | The number in 2023 (288) is up on 2019 (383).
another-figure | R | The baseline was 383.
wrong-direction | R | They fell by 33.0%.
wrong-direction | R | Offences fell by 33.0%.
wrong-direction | R | This is a fall of 33.0%.
wrong-direction | R | Robbery: it fell by 33.0%.
not checked | R | It fell by 95 in towns.
not checked | R | Near stations: it fell by 95.
wrong-direction | P | Robbery was 110, down from 100
wrong-direction | P | Public order was 110, down from 100
wrong-direction | P | They were 110, down from 100.
wrong-direction | R | Robberies fell by 33%.
not checked | R | Crimes of this type fell by 33.0%.
wrong-direction | R | Reports fell by 33.0%.
wrong-direction | R | Numbers fell by 33.0%.
wrong-direction | R | Figures fell by 33.0%.
wrong-direction | R | Levels fell by 33.0%.
wrong-direction | R | Volumes fell by 33.0%.
wrong-direction | R | The total fell by 33.0%.
wrong-direction | R | The total fell by 95.
not checked | R | The rate fell by 33.0%.
wrong-direction | R | Recorded offences have fallen by 33.0%.
wrong-direction | R | There were 95 fewer offences, a fall of 33.0%.
wrong-direction | R | That is a decrease of 33.0%.
wrong-direction | R | That is 95 fewer.
wrong-direction | R | These have decreased by 33.0%.
wrong-direction | R | These are down 33%.
wrong-direction | R | Those fell by 33.0%.
wrong-direction | R | Down 33% since 2019.
wrong-direction | R | Down by 33.0% on the baseline.
wrong-direction | R | Robbery is down 33.0% on 2019.
wrong-direction | R | A fall of a third (33.0%).
wrong-direction | R | A reduction of 95 offences.
wrong-direction | R | This represents a decrease of 33.0%.
wrong-direction | R | This equates to a fall of 33.0%.
wrong-direction | R | That amounts to a reduction of 95 offences.
wrong-direction | R | This means a 33.0% reduction.
not checked | R | The change is -33.0%.
wrong-direction | R | The change was a decrease of 33.0%.
not checked | R | Robbery, -33.0%.
wrong-direction | R | Robbery is 33.0% lower than in 2019.
wrong-direction | R | It is 33% lower than the baseline.
wrong-direction | R | 33% fewer offences were recorded than in 2019.
wrong-direction | R | There were 33.0% fewer offences.
wrong-direction | R | 95 fewer offences were recorded than in 2019.
not checked | R | 95 fewer people were robbed.
wrong-direction | R | Robbery shrank by 33.0%.
wrong-direction | R | Robbery declined by 33.0%.
wrong-direction | R | Robbery dropped by 33.0%.
wrong-direction | R | Robbery plunged by 33.0%.
not checked | R | Robbery plummeted by 33.0%.
not checked | R | Robbery tumbled by 33.0%.
wrong-direction | R | Robbery was cut by 33.0%.
not checked | R | Robbery was slashed by 33.0%.
wrong-direction | R | Robbery was reduced by 33.0%.
wrong-direction | R | Robbery has been reduced by 33.0%.
not checked | R | Offences have been brought down by 33.0%.
not checked | R | Officers reduced robbery by 33.0%.
not checked | R | We have cut robbery by 33.0%.
wrong-direction | R | The force reduced offences by 95.
wrong-direction | R | Robbery offences have gone down by 33.0%.
wrong-direction | R | Offences went down by 95.
wrong-direction | R | They went down from 288 to 383.
wrong-direction | R | Offences fell from 288 to 383.
wrong-direction | R | Offences fell to 383.
wrong-direction | R | They fell to 383.
wrong-direction | R | They fell to 383 from 288.
wrong-direction | R | Numbers fell to 383 from 288.
wrong-direction | R | The total is 383, down from 288.
wrong-direction | R | They now stand at 383, down from 288.
wrong-direction | R | There were 383 offences, down from 288 in 2019.
not checked | R | Robbery was 383, a fall on the 288 of 2019.
not checked | R | Robbery was 383, which is lower than 288.
wrong-direction | R | The 383 offences are a fall from 288.
wrong-direction | R | Offences were down by 33.0% (95 fewer).
wrong-direction | R | Offences fell by 33.0%, or 95.
wrong-direction | R | Overall, offences fell by 33.0%.
wrong-direction | R | However, offences fell by 33.0%.
wrong-direction | R | Overall numbers fell significantly, by 33.0%.
wrong-direction | R | Compared with 2019, offences fell by 33.0%.
wrong-direction | R | Since 2019, offences fell by 33.0%.
wrong-direction | R | Between 2019 and the 12 months to September 2023, they fell by 33.0%.
wrong-direction | R | From 2019 they fell by 33.0%.
wrong-direction | R | In the last 12 months they fell by 33.0%.
wrong-direction | R | At 33.0%, the fall is large.
wrong-direction | R | The fall is 33.0%.
wrong-direction | R | The decrease was 33.0%.
wrong-direction | R | The reduction stands at 33.0%.
not checked | R | The reduction of 33.0% is welcome.
wrong-direction | R | A 33.0% fall was recorded.
wrong-direction | R | A 33.0% reduction in robbery was recorded in Kent.
wrong-direction | R | A drop of 33.0% in robbery.
wrong-direction | R | A 33% drop.
wrong-direction | R | Kent saw a fall of 33.0%.
wrong-direction | R | Kent saw 95 fewer robberies.
wrong-direction | R | The county saw a decrease of 33.0%, while the MSG fell by 12.95%.
wrong-direction | R | Robbery fell by 33.0% in Kent and rose by 12.95% in the MSG.
wrong-direction | R | In Kent it fell by 33.0%.
wrong-direction | R | The MSG rose by 12.95%.
wrong-direction | R | The MSG rose by 522.
not checked | R | In the MSG, offences rose by 12.95%.
wrong-direction | R | MSG offences rose by 12.95%.
not checked | R | Robbery did not rise: it fell by 33.0%.
wrong-direction | R | Robbery is no longer rising; it fell by 33.0%.
not checked | R | Robbery did not rise by 33.0%.
not checked | R | Robbery has not risen by 33.0%.
not checked | R | Offences did not increase by 33.0%.
not checked | R | Offences have not gone up by 95.
not checked | R | Offences never rose by 33.0%.
not checked | R | Instead of rising, robbery fell by 33.0%.
not checked | R | Robbery was expected to rise by 33.0%.
not checked | R | The aim is to reduce robbery by 33.0%.
not checked | R | Our target is a reduction of 33.0%.
not checked | R | Robbery should fall by 33.0%.
not checked | R | Robbery will fall by 33.0% next year.
not checked | R | Robbery fell short by 33.0%.
not checked | R | A fall in confidence of 33.0%.
not checked | R | Fear of robbery fell by 33.0%.
wrong-direction | R | Burglary rose, and robbery fell by 33.0%.
wrong-direction | R | Robbery fell by 33.0% and burglary rose.
not checked | R | Although burglary rose, offences fell by 33.0%.
wrong-direction | R | Robbery fell by 33.0%, though thefts rose.
not checked | R | Offences rose by 33.0% since 2018.
not checked | R | They rose by 33.0% since 2018.
wrong-period | R | It rose by 95 since 2018.
wrong-period | R | It rose by 33.0% since 2018/19.
not checked | R | Robbery rose by 33.0% on last year.
not checked | R | Robbery rose by 33.0% in the last quarter.
not checked | R | Since 2018, offences rose by 33.0%.
wrong-period | R | Compared with 2018, offences rose by 33.0%.
wrong-period | R | Offences rose by 33.0% from 2017.
wrong-period | R | Offences rose from 288 in 2018 to 383.
not checked | R | Robbery rose by 33.0% in Dover.
not checked | R | Robbery rose by 95 at stations.
not checked | R | Robbery rose by 33.0% among young people.
not checked | R | In the town centre, robbery rose by 33.0%.
not checked | R | Outside towns: it fell by 33.0%.
not checked | R | Good news: robbery fell by 33.0%.
not checked | R | Robbery improved by 33.0%, a welcome fall.
wrong-direction | R | Robbery halved to 383.
wrong-direction | R | It was halved from 288 to 383.
another-figure | R | Robbery rose from 383 to 288.
not checked | R | They rose from 383 to 288.
wrong-direction | R | Offences fell from 383 to 288.
not checked | R | Robbery is on a downward path, at -33.0%.
not checked | R | A downturn of 33.0% in robbery.
not checked | R | Thanks to patrols, offences were down by 95.
not checked | R | Due to patrols, there were 95 fewer robberies.
not checked | R | Robbery eased by 33.0%.
wrong-direction | R | Robbery was unchanged, at 33.0%.
not checked | R | There was no change from 288 to 383.
not checked | R | Robbery and its harms fell, by 33.0%.
not checked | R | We are pleased that offences fell by 33.0%.
wrong-direction | R | Robbery dropped a third (33.0%).
wrong-direction | R | It decreased 33.0%.
wrong-direction | R | Decrease: 33.0%.
wrong-direction | R | Robbery: down 33.0%.
not checked | R | Robbery (down 33.0%) is a priority.
not checked | R | Robbery, down 33.0%, is a priority.
not checked | R | Offences are falling, by 33.0% so far.
not checked | R | The downward change was 95 offences.
not checked | R | Offences lessened by 33.0%.
not checked | R | There has been a lowering of 33.0%.
not checked | R | There were fewer robberies: 383 against 288.
not checked | R | Fewer offences were recorded: 383, compared with 288.
wrong-direction | R | Robbery is below its 2019 level of 288, at 383.
wrong-direction | B | They rose by 16.4%.
wrong-direction | B | Offences increased by 16.4%.
wrong-direction | B | It rose by 574.
wrong-direction | B | This is a rise of 16.4%.
wrong-direction | B | Up 16.4% on 2019.
wrong-direction | B | Numbers are up by 574.
wrong-direction | B | This represents an increase of 16.4%.
wrong-direction | B | 16.4% more offences were recorded.
wrong-direction | B | Burglary is 16.4% higher than in 2019.
not checked | B | +16.4% since 2019.
wrong-direction | B | They rose from 3,496 to 2,922.
wrong-direction | B | There were 2,922, up from 3,496.
wrong-direction | B | 574 more burglaries were recorded.
wrong-direction | B | Burglary soared by 16.4%.
not checked | B | Burglary did not fall by 16.4%.
not checked | B | Burglary failed to fall by 16.4%.
not checked | B | Offences fell by 16.4% since 2015.
not checked | B | Offences fell by 32.58%.
not checked | B | They fell by 32.58%.
wrong-direction | V | Vehicle offences are up by a third, from 600 to 400.
wrong-direction | V | They are up by a third (33.3%).
wrong-direction | V | These rose by 200, or 33.3%.
wrong-direction | V | 33% more were recorded.
wrong-direction | V | The rise was 33.3%.
wrong-direction | V | Offences doubled, from 600 to 400.
wrong-direction | A | Arson halved, from 40 to 80.
wrong-direction | A | They halved from 40 to 80.
wrong-direction | A | Arson has halved (a fall of 100%).
wrong-direction | A | Arson fell by 100%.
not checked | A | There were 40 fewer.
not checked | C | Confidence rose by 6.1 percentage points.
wrong-direction | C | It rose by 6.1 percentage points, to 52.6%.
wrong-direction | C | This is a rise of 6.1 percentage points.
wrong-direction | C | Confidence is up from 58.7% to 52.6%.
wrong-direction | C | They are 6.1 percentage points higher than in 2019.
not checked | C | Trust grew by 6.1 percentage points.
not checked | C | Confidence improved by 6.1 percentage points.
wrong-direction | C | Ours rose by 6.1 percentage points.
wrong-direction | R | It rose by 12.95% in the MSG.
another-figure | R | It rose by 33.0% in the MSG.
another-figure | R | It fell by 12.95% in Kent.
wrong-direction | R | It rose by 12.95% across the MSG.
wrong-direction | R | There has been a 33.0% decrease in robbery.
wrong-direction | R | There has been a decrease in robbery of 33.0%.
wrong-direction | R | There has been a decrease of a third in robbery, or 33.0%.
wrong-direction | R | Robbery has seen a decrease of 33.0%.
wrong-direction | R | Robbery has seen a 33.0% decrease.
not checked | R | Robbery experienced a 33% drop.
wrong-direction | R | This shows a fall of 95 offences.
wrong-direction | R | This shows robbery falling by 33.0%.
wrong-direction | R | The figures show robbery down 33.0%.
wrong-direction | R | The figures show that robbery fell by 33.0%.
not checked | R | The data shows a reduction of 33.0%.
not checked | R | Robbery, which fell by 33.0%, remains a priority.
not checked | R | Having fallen by 33.0%, robbery is now at 383.
not checked | R | Falling by 33.0%, robbery reached 383.
not checked | R | With a fall of 33.0%, robbery is improving.
wrong-direction | R | A fall of 33.0% in the number of robberies.
wrong-direction | R | A fall in the number of robberies of 95.
wrong-direction | R | The number of robberies fell by 95.
wrong-direction | R | The number fell from 288 to 383.
wrong-direction | R | Robberies numbered 383, a reduction from 288.
not checked | R | Robberies numbered 383, a reduction on 288 in 2019.
not checked | R | There were 383 robberies against 288, so robbery fell.
wrong-direction | R | Robbery stands at 383 compared with 288, a fall.
wrong-direction | R | Robbery stands at 383 compared with 288 in 2019, a decrease of 95.
not checked | R | Compared to 288 in 2019, robbery is down at 383.
wrong-direction | R | From 288 in 2019, it fell to 383.
not checked | R | Robbery now stands at 383 following a fall.
wrong-direction | R | A fall to 383.
wrong-direction | R | A drop to 383 from 288.
wrong-direction | R | Robbery is down to 383.
wrong-direction | R | Down to 383 from 288.
wrong-direction | R | Down from 288 to 383.
wrong-direction | R | Robbery dipped to 383.
not checked | R | They are down, at 383.
wrong-direction | R | These went down by a third (33.0%).
wrong-direction | R | Robbery has gone down (33.0%).
wrong-direction | R | Robbery has gone down: 33.0%.
wrong-direction | R | Robbery fell (33.0%).
wrong-direction | R | Robbery fell - 33.0%.
wrong-direction | R | Robbery fell 33.0 per cent.
wrong-direction | R | Robbery fell by 33 percent.
wrong-direction | R | Fell by 33.0%.
not checked | R | 33.0% down.
wrong-direction | R | 33.0% down on 2019.
wrong-direction | R | 33.0% reduction.
wrong-direction | R | 95 down on 2019.
wrong-direction | R | 95 below 2019.
wrong-direction | R | Robbery is 95 below the 2019 baseline.
wrong-direction | R | Robbery is 95 offences lower than 2019.
not checked | R | Robbery is lower by 95.
not checked | R | Robbery is lower by 33.0%.
not checked | R | Robbery is better by 33.0%.
not checked | R | A better picture: robbery down by 33.0%.
not checked | R | Police have driven down robbery by 33.0%.
not checked | R | Thanks to our work robbery has fallen by 33.0%.
not checked | R | Since the plan began robbery has fallen by 33.0%.
wrong-direction | R | We reduced robbery by 33.0%.
wrong-direction | R | We saw a 33.0% reduction.
wrong-direction | R | We recorded 95 fewer robberies.
wrong-direction | R | Kent recorded 95 fewer robberies than in 2019.
wrong-direction | R | Kent had 33.0% fewer robberies.
wrong-direction | R | Kent is down 33.0%.
not checked | R | Our rate is down 33.0%.
wrong-direction | R | The county is down by 95.
wrong-direction | R | The force area saw robbery decrease by 33.0%.
wrong-direction | R | Robbery continued to fall, by 33.0%.
not checked | R | Robbery continues to fall (33.0%).
wrong-direction | R | Robbery fell again by 33.0%.
wrong-direction | R | Robbery almost halved, by 33.0%.
not checked | R | Robbery is on a downward trend, falling 33.0%.
not checked | R | Robbery is trending down at 33.0%.
wrong-direction | R | Robbery reduced by 33.0% over the last 12 months.
wrong-direction | R | Over the last 12 months there was a reduction of 33.0%.
wrong-direction | R | During the last 12 months, 95 fewer offences were recorded.
wrong-direction | R | Over the period offences fell by 33.0%.
wrong-direction | R | It has fallen, and by 33.0%.
wrong-direction | R | Volume: down 33.0%.
wrong-direction | R | Change: down 95.
not checked | R | Trend: falling (33.0%).
wrong-direction | R | Robbery was down by 33.0%, the MSG by 12.95%.
not checked | R | Both fell: robbery by 33.0% and the MSG by 12.95%.
wrong-direction | R | Like the MSG, robbery fell by 33.0%.
another-figure | R | Robbery and the MSG fell by 33.0% and 12.95% respectively.
another-figure | R | The MSG fell by 33.0%.
another-figure | R | The MSG fell by 95.
another-figure | R | Robbery rose by 12.95%.
wrong-period | R | Robbery rose by 33.0% compared with 2018.
wrong-period | R | Robbery rose by 33.0% compared to 2016/17.
wrong-period | R | Robbery rose by 33.0% on 2018.
not checked | R | Robbery rose by 33.0% over five years.
not checked | R | Robbery rose by 33.0% in a year.
not checked | R | Robbery rose by 33.0% this quarter.
not checked | R | Robbery rose by 33.0% in May.
not checked | R | Robbery rose by 33.0% since last year.
not checked | R | Robbery rose by 33.0% since the pandemic.
not checked | R | In Dover, robbery rose by 33.0%.
not checked | R | In the east of the county, it rose by 95.
not checked | R | At night it rose by 95.
not checked | R | Around stations, offences rose by 95.
not checked | R | Among under 18s it rose by 33.0%.
not checked | R | For women it rose by 33.0%.
not checked | R | On buses it rose by 33.0%.
not checked | R | Business robbery rose by 33.0%.
not checked | R | Robbery of women rose by 33.0%.
not checked | R | Robbery with knives rose by 33.0%.
not checked | R | Solved robbery rose by 33.0%.
not checked | R | If robbery rose by 33.0% we would act.
not checked | R | Robbery could rise by 33.0%.
not checked | R | Robbery is forecast to rise by 33.0%.
not checked | R | We do not expect robbery to rise by 33.0%.
not checked | R | Robbery hardly rose by 33.0%.
not checked | R | It is not true that robbery rose by 33.0%.
not checked | R | It is false that robbery rose by 33.0%.
not checked | R | Nobody says robbery rose by 33.0%.
another-figure | R | Robbery was 288, up from 383.
another-figure | R | Robbery was 288, down from 383.
another-figure | R | Robbery is 288, compared with 383 in 2019.
another-figure | R | Robbery rose to 288.
another-figure | R | Robbery fell to 288.
wrong-period | R | Robbery was 383 in 2019.
another-figure | R | In 2019 there were 383.
another-figure | R | There were 288 this year.
not checked | B | Burglary was 2,922, a rise.
wrong-direction | R | Robberies doubled.
wrong-direction | R | Robbery has doubled since 2019.
wrong-direction | R | The number of robberies doubled.
wrong-direction | R | Robbery stayed the same.
wrong-direction | R | It stayed the same as in 2019.
wrong-direction | R | Robbery stayed the same as it was in 2019.
wrong-direction | R | Robberies rose. It stayed the same as in 2019.
wrong-direction | R | There was no change.
wrong-direction | R | There has been no change in robbery since 2019.
wrong-direction | R | Robbery remained stable.
wrong-direction | R | Levels of robbery remained level.
wrong-direction | R | Robbery is unchanged.
wrong-direction | R | Robbery was static.
wrong-direction | B | Burglary halved.
wrong-direction | B | The number of burglaries halved.
wrong-direction | B | Burglary doubled.
wrong-direction | A | Arson trebled.
wrong-direction | R | Robbery halved.
wrong-direction | P | Public order offences stayed level.
wrong-direction | B | Burglary is up.
wrong-direction | B | A rise to 2,922 offences.
wrong-direction | B | Burglary has risen to 2,922 from 3,496.
wrong-direction | B | Burglary grew from 3,496 to 2,922.
not checked | B | Burglary stands at 2,922, higher than 3,496 in 2019.
wrong-direction | B | An increase of 574 offences on 2019.
wrong-direction | B | Burglary has seen growth of 16.4%.
not checked | B | Burglary worsened by 16.4%.
not checked | B | Burglary has escalated by 16.4%.
not checked | C | Confidence has gone up by 6.1 percentage points.
wrong-direction | C | Confidence climbed from 58.7% to 52.6%.
not checked | C | Confidence climbed to 52.6%.
not checked | C | 52.6% are confident, up from 58.7%.
not checked | C | Confidence is 52.6%, higher than the 58.7% of 2019.
wrong-direction | C | The percentage rose by 6.1 percentage points to 52.6%.
`;

const linesOf = (table: string) =>
  table
    .trim()
    .split("\n")
    .map((line) => line.split(" | ") as [outcome: string, row: string, text: string]);

/** What comes of each comment: the class of its first finding, or whether all of its numbers were matched. */
async function outcomes(lines: ReturnType<typeof linesOf>): Promise<string[]> {
  writeFileSync(join(folder, "crime.csv"), crime);
  writeFileSync(join(folder, "survey.csv"), survey);
  writeFileSync(
    join(folder, "said.csv"),
    `Measure,Comment\n${lines.map(([, row, text]) => `${names[row]},"${text}"\n`).join("")}`,
  );
  const done = await run(["audit", "crime.csv", "survey.csv", "--comments", "said.csv", "--format", "json"], folder);
  expect(done.err).toBe("");
  const audit = jsonOf("audit", done.out);
  return lines.map((_, index) => {
    const found = audit.findings.find(({ file, line }) => file === "said.csv" && line === index + 2);
    const numbers = (audit.comments[index]?.claims ?? []).filter(({ type }) => type === "number");
    if (found) return found.class;
    return numbers.every(({ status }) => /^matched/.test(status)) ? "matched" : "not checked";
  });
}

const tables = { right: linesOf(right), wrong: linesOf(wrong) };
const [ofRight, ofWrong] = [await outcomes(tables.right), await outcomes(tables.wrong)];

test("there are enough sentences of each kind, and most of the wrong ones are found", () => {
  expect([tables.right.length >= 150, tables.wrong.length >= 150]).toEqual([true, true]);
  const found = ofWrong.filter((outcome) => outcome !== "not checked").length;
  const open = ofWrong.length - found;
  const matched = ofRight.filter((outcome) => outcome === "matched").length;
  console.log(
    `wrong: ${found} found and ${open} not checked of ${ofWrong.length}; right: ${matched} matched of ${ofRight.length}`,
  );
  expect(found / ofWrong.length).toBeGreaterThan(0.6);
});

test("no sentence that says the contrary of its row counts as checked, and none that is right is accused", () => {
  const texts = (lines: ReturnType<typeof linesOf>, list: readonly string[], isFault: (one: string) => boolean) =>
    lines.filter((_, index) => isFault(list[index] ?? "")).map(([, , text]) => text);
  expect(texts(tables.wrong, ofWrong, (one) => one === "matched")).toEqual([]);
  expect(texts(tables.right, ofRight, (one) => one !== "matched" && one !== "not checked")).toEqual([]);
});

test.each(tables.right.map(([outcome, , text], index) => [text, outcome, index] as const))(
  "true: %s",
  (_, outcome, index) => {
    expect(ofRight[index]).toBe(outcome);
  },
);

test.each(tables.wrong.map(([outcome, , text], index) => [text, outcome, index] as const))(
  "contrary: %s",
  (_, outcome, index) => {
    expect(ofWrong[index]).toBe(outcome);
  },
);
