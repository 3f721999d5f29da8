// Sentences as analysts write them, true and false, against figures that are given here by hand.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

import { comparisonPatterns, directionPatterns, numberPatterns } from "../../src/audit/comments/patterns.ts";
import { shapesOf } from "../../src/audit/comments/shape.ts";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "comments-"));
afterAll(() => rmSync(folder, { recursive: true }));

/*
 * Baseline 2019, current the 12 months to September 2023; the force, then the group.
 *   All crime       40,000 → 43,520 is  8.8 %; 200,000 → 221,000 is 10.5 %; per 1,000: 66.667 → 72.533; 50.000 → 55.250
 *   Burglary         3,496 →  2,922 is −574, −16.4 %; 34,707 → 23,398 is −32.58 %; 5.566 → 4.519; 4.719 → 3.091
 *   Robbery            348 →    395 is 47, 13.5 %; 4,030 → 3,508 is −522, −12.95 %; 0.554 → 0.611; 0.548 → 0.463
 *   Sexual offences  1,276 →  2,158 is 882, 69.1 %; 18,715 → 22,516 is 3,801, 20.31 %; 2.031 → 3.337; 2.545 → 2.975
 *   Good or excellent job  58.7 % → 52.6 % is −6.1 points; 57.6 % → 54.3 % is −3.3 points
 */
const crime = `Measure,Baseline: 2019: Kent number,Baseline: 2019: MSG number,Baseline: 2019: Kent rate per 1000,Baseline: 2019: MSG rate per 1000,Current: 12 months to September 2023: Kent number,Current: 12 months to September 2023: MSG number,Current: 12 months to September 2023: Kent rate per 1000,Current: 12 months to September 2023: MSG rate per 1000,Change: Kent variance,Change: MSG variance,Change: Kent % difference,Change: MSG % difference
All crime,40000,200000,66.667,50.000,43520,221000,72.533,55.250,3520,21000,8.8%,10.5%
Burglary,3496,34707,5.566,4.719,2922,23398,4.519,3.091,-574,-11309,-16.4%,-32.58%
Robbery,348,4030,0.554,0.548,395,3508,0.611,0.463,47,-522,13.5%,-12.95%
Sexual offences,1276,18715,2.031,2.545,2158,22516,3.337,2.975,882,3801,69.1%,20.31%
`;
const survey = `Measure,Baseline: 2019: Kent percentage,Baseline: 2019: MSG percentage,Current: 12 months to September 2023: Kent percentage,Current: 12 months to September 2023: MSG percentage,Change: Kent difference in percentage points,Change: MSG difference in percentage points
Good or excellent job,58.7%,57.6%,52.6%,54.3%,-6.1,-3.3
`;
const names = { A: "All crime", B: "Burglary", R: "Robbery", S: "Sexual offences", G: "Good or excellent job" };
type Short = keyof typeof names;

async function audited(comments: readonly (readonly [Short, string, ...string[]])[]) {
  writeFileSync(join(folder, "crime.csv"), crime);
  writeFileSync(join(folder, "survey.csv"), survey);
  const lines = comments.map(([short, text]) => `${names[short]},"${text.replaceAll('"', '""')}"\n`);
  writeFileSync(join(folder, "said.csv"), `Measure,Comment\n${lines.join("")}`);
  const done = await run(["audit", "crime.csv", "survey.csv", "--comments", "said.csv", "--format", "json"], folder);
  expect(done.err).toBe("");
  const audit = jsonOf("audit", done.out);
  return comments.map((_, index) => ({
    faults: audit.findings.filter(({ file, line }) => file === "said.csv" && line === index + 2),
    claims: audit.comments[index]?.claims ?? [],
  }));
}

/** Each with numbers that must be matched, so that no sentence is right because it is not read. */
const right: readonly (readonly [Short, string, string])[] = [
  ["A", "All crime rose by 8.8%, less than the MSG (10.5%).", "8.8% 10.5%"],
  ["A", "All crime rose by 8.8%, less than the MSG's 10.5%.", "8.8% 10.5%"],
  ["A", "All crime rose 8.8%, below the MSG average of 10.5%.", "8.8% 10.5%"],
  ["A", "All crime is up 8.8% since 2019, compared with 10.5% in the MSG.", "8.8% 10.5%"],
  ["A", "All crime rose by 8.8% (MSG: 10.5%).", "8.8% 10.5%"],
  ["A", "All crime rose by 8.8% (MSG +10.5%), from 40,000 to 43,520 offences.", "8.8% +10.5% 40,000 43,520"],
  ["A", "The MSG saw a rise of 10.5%; Kent's was smaller, at 8.8%.", "10.5% 8.8%"],
  ["A", "In the MSG, crime rose by 10.5%, while in Kent it rose by 8.8%.", "10.5% 8.8%"],
  ["A", "Kent and the MSG rose by 8.8% and 10.5% respectively.", "8.8% 10.5%"],
  ["A", "Similar forces also saw an increase, of 10.5%, against 8.8% locally.", "10.5% 8.8%"],
  ["A", "A rise of 10.5% was recorded across the MSG, higher than the 8.8% in Kent.", "10.5% 8.8%"],
  ["A", "There were 3,520 more crimes than in 2019, an increase of 8.8%.", "3,520 8.8%"],
  ["A", "At 8.8%, the increase in Kent is below that of the MSG (10.5%).", "8.8% 10.5%"],
  ["A", "The MSG average rise was 10.5%, more than Kent (8.8%).", "10.5% 8.8%"],
  ["A", "The rate per 1,000 population is 72.533, above the MSG's 55.250.", "72.533 55.250"],
  ["A", "The rate of 72.5 offences per 1,000 population is higher than the MSG rate of 55.3.", "72.5 55.3"],
  ["A", "Recorded crime rose by 8.8% between 2019 and the 12 months to September 2023.", "8.8%"],
  ["A", "43,520 crimes were recorded in the 12 months to September 2023, up from 40,000 in 2019.", "43,520 40,000"],
  ["B", "Burglary fell by 16.4%, less than the MSG.", "16.4%"],
  ["B", "Burglary fell by 16.4% but the MSG fell further, by 32.58%.", "16.4% 32.58%"],
  ["B", "Burglary fell by 16.4%, a smaller reduction than the 32.58% seen in the MSG.", "16.4% 32.58%"],
  ["B", "Unlike the MSG, where it fell by a third (32.58%), burglary in Kent fell by 16.4%.", "32.58% 16.4%"],
  ["B", "The MSG's 32.58% fall was double that of Kent (16.4%).", "32.58% 16.4%"],
  ["B", "Burglary fell by 16.4% against a fall of 32.58% for similar forces.", "16.4% 32.58%"],
  ["B", "Burglary is down 16.4% (574 offences) on the 2019 baseline, to 2,922.", "16.4% 574 2,922"],
  ["B", "At -16.4%, burglary has fallen less than the most similar group (-32.58%).", "-16.4% -32.58%"],
  ["B", "Compared with the MSG, which fell by 32.6%, burglary fell by 16.4%.", "32.6% 16.4%"],
  ["B", "Our most similar forces recorded a 32.58% reduction. Burglary in Kent went down by 16.4%.", "32.58% 16.4%"],
  ["R", "Robbery rose by 13.5% compared with a 12.95% fall in the MSG.", "13.5% 12.95%"],
  ["R", "Robbery rose to 395.", "395"],
  ["R", "A total of 395 robberies.", "395"],
  ["R", "Robbery rose by 47 offences, or 13.5%, whereas the MSG fell by 12.95%.", "47 13.5% 12.95%"],
  [
    "R",
    "Robbery increased from 348 to 395 offences; the MSG reduced by 12.95% over the same period.",
    "348 395 12.95%",
  ],
  ["R", "The MSG recorded 12.95% less. Kent recorded 13.5% more.", "12.95% 13.5%"],
  ["R", "Volumes are low: 395 robberies were recorded, 47 more than in 2019.", "395 47"],
  ["S", "Sexual offences rose by 69.1%, more than three times the MSG (20.31%).", "69.1% 20.31%"],
  ["S", "Sexual offences rose by 69.1% to 2,158, well above the MSG increase of 20.3%.", "69.1% 2,158 20.3%"],
  ["S", "Reports of sexual offences have increased by 69% in Kent and by 20% in the MSG.", "69% 20%"],
  ["G", "This fell by 6.1 percentage points to 52.6%, below the MSG (54.3%).", "6.1 percentage points 52.6% 54.3%"],
  ["G", "Confidence stands at 52.6%, 1.7 percentage points below the MSG.", "52.6%"],
  ["G", "Confidence fell by 6.1pp, more than the MSG's 3.3pp.", "6.1pp 3.3pp"],
  ["R", "Robbery was 395, up from 348.", "395 348"],
  ["R", "There were 395 robberies, up from 348 in 2019.", "395 348"],
  ["R", "Robbery rose from 348 in 2019 to 395.", "348 395"],
  ["R", "Robbery was 395, compared with 348 in 2019.", "395 348"],
  ["R", "Robbery was 395 (previously 348), a rise of 13.5%.", "395 348 13.5%"],
  ["R", "Robbery stood at 395, against 348 in the baseline.", "395 348"],
  ["R", "Robbery is up 47 on 2019.", "47"],
  ["R", "395 robberies were recorded (348 in 2019).", "395 348"],
  ["R", "Robbery increased to 395 from 348.", "395 348"],
  ["R", "From 348 to 395, a rise of 13.5%.", "348 395 13.5%"],
  ["R", "Robbery went from 348 to 395, an increase.", "348 395"],
  ["R", "In 2019 there were 348 robberies and in the 12 months to September 2023 there were 395.", "348 395"],
  [
    "R",
    "Robbery was 395 in the 12 months to September 2023, compared with 348 in 2019, a % difference of 13.5%.",
    "395 348 13.5%",
  ],
  ["B", "Burglary was 2,922, down from 3,496, a fall of 16.4%.", "2,922 3,496 16.4%"],
  ["B", "Burglary dropped from 3,496 to 2,922.", "3,496 2,922"],
  ["G", "Confidence was 52.6%, down from 58.7%.", "52.6% 58.7%"],
  ["G", "Confidence was 52.6%, compared with 54.3% in the MSG.", "52.6% 54.3%"],
  [
    "G",
    "Confidence was 52.6%, down from 58.7% in 2019, a fall of 6.1 percentage points.",
    "52.6% 58.7% 6.1 percentage points",
  ],
  ["R", "The rate of robbery was 0.611, up from 0.554.", "0.611 0.554"],
  ["R", "Robbery was up 13.5%, from 348 to 395.", "13.5% 348 395"],
  ["R", "Robbery was 395, against 348, a rise.", "395 348"],
  ["R", "Robbery rose to 395 (from 348), the highest since 2016.", "395 348"],
  ["R", "It rose from 348 to 395, then fell back.", "348 395"],
  ["R", "Robbery rose by 47, from 348 to 395.", "47 348 395"],
  ["R", "There were 395 robberies, 47 more than the 348 in 2019.", "395 47 348"],
  ["R", "395 robberies against a baseline of 348 is an increase of 13.5%.", "395 348 13.5%"],
];

/** Each with the number or words that are wrong. */
const wrong: readonly (readonly [Short, string, string])[] = [
  ["R", "Robbery rose to 9,999.", "9,999"],
  ["R", "A total of 9,999 robberies.", "9,999"],
  ["R", "There were 9,999 robberies.", "9,999"],
  ["R", "9,999 robberies were recorded.", "9,999"],
  ["R", "Robbery fell from 4,812 to 395.", "4,812 fell"],
  ["R", "Robbery rose to 120 offences.", "120"],
  ["R", "Robbery rose by 13.5% to 9,999.", "9,999"],
  ["R", "Kent recorded 3,508 robberies.", "3,508"],
  ["R", "Robbery rose by 23.5%.", "23.5%"],
  ["R", "Robbery fell by 12.95%, unlike the MSG.", "12.95%"],
  ["R", "In contrast to the MSG, robbery fell by 12.95%.", "12.95%"],
  ["R", "Robbery rose by 13.5%, less than the MSG.", "less"],
  ["B", "Burglary fell by 32.58%, more than the MSG.", "32.58% more"],
  ["B", "Burglary fell by 16.4%, more than the MSG.", "more"],
  ["B", "Burglary fell by 16.4%, more than the MSG (32.58%).", "more"],
  ["B", "Burglary fell by 32.58%, compared with 16.4% in the MSG.", "32.58% 16.4%"],
  ["B", "Burglary fell by 16.4%, more than the MSG's 12.58%.", "12.58% more"],
  ["B", "Burglary fell by 16.4% (MSG 23.58%).", "23.58%"],
  ["B", "The MSG fell by 16.4%, while burglary in Kent fell by 32.58%.", "16.4% 32.58%"],
  ["B", "Similar forces saw a reduction of 16.4%.", "16.4%"],
  ["B", "Burglary rose by 16.4%, unlike the MSG.", "16.4%"],
  ["A", "All crime rose by 10.5%, more than the MSG.", "10.5% more"],
  ["A", "All crime rose by 8.8%, more than the MSG (10.5%).", "more"],
  ["A", "All crime rose by 8.8%, above the MSG average of 10.5%.", "above"],
  ["A", "All crime rose by 8.8%, less than the MSG (11.5%).", "11.5%"],
  ["A", "Crime is up 8.8% since 2015.", "8.8%"],
  ["A", "Crime rose by 8.8% between 2016/17 and 2019.", "8.8%"],
  ["A", "All crime rose by 10.5% (MSG: 8.8%).", "10.5% 8.8%"],
  ["A", "In the MSG, crime rose by 8.8%.", "8.8%"],
  ["A", "Kent and the MSG rose by 10.5% and 8.8% respectively.", "10.5% 8.8%"],
  ["A", "The MSG rose by 10.5%, less than Kent (8.8%).", "less"],
  ["A", "There were 43,250 crimes.", "43,250"],
  ["A", "The rate is 55.250, below the MSG's 72.533.", "55.250 72.533"],
  ["S", "Sexual offences rose by 20.31%, less than the MSG.", "20.31% less"],
  ["S", "Sexual offences rose by 96.1% to 2,158.", "96.1%"],
  ["S", "Sexual offences rose by 69.1% to 2,518.", "2,518"],
  ["G", "This fell by 3.3 percentage points to 54.3%, below the MSG (52.6%).", "3.3 percentage points 54.3% 52.6%"],
  ["G", "Confidence stands at 52.6%, above the MSG (54.3%).", "above"],
  ["G", "Confidence fell by 6.1%.", "6.1%"],
  ["R", "Robbery was 395, down from 348.", "down"],
  ["R", "There were 395 robberies, down from 348 in 2019.", "down"],
  ["R", "There were 395 robberies, up from 348 in 2017.", "348"],
  ["R", "Robbery rose from 348 in 2018/19 to 395.", "348"],
  ["R", "Robbery was 395, compared with 348 in 2017.", "348"],
  ["R", "Robbery was 395, compared with 438 in 2019.", "438"],
  ["R", "Robbery was 395 (previously 348), a fall of 13.5%.", "fall"],
  ["R", "Robbery was 395 (previously 348), a fall.", "fall"],
  ["R", "Robbery is down 47 on 2019.", "47"],
  ["R", "Robbery is up 47 on 2017.", "47"],
  ["R", "Robbery is up 74 on 2019.", "74"],
  ["R", "395 robberies were recorded (348 in 2017).", "348"],
  ["R", "395 robberies were recorded (438 in 2019).", "438"],
  ["R", "Robbery was 395 (438 in 2019).", "438"],
  ["R", "395 robberies against a baseline of 348 is a decrease.", "decrease"],
  ["R", "395 robberies against a baseline of 348 is a decrease of 13.5%.", "decrease"],
  ["R", "Robbery decreased to 395 from 348.", "decreased"],
  ["R", "From 348 to 395, a fall.", "fall"],
  ["R", "Robbery went from 348 to 395, a decrease.", "decrease"],
  ["R", "In 2019 there were 395 robberies and in the 12 months to September 2023 there were 348.", "395"],
  [
    "R",
    "Robbery was 395 in the 12 months to September 2023, compared with 348 in 2017, a % difference of 13.5%.",
    "348",
  ],
  [
    "R",
    "Robbery was 359 in the 12 months to September 2023, compared with 348 in 2019, a % difference of 13.5%.",
    "359",
  ],
  [
    "R",
    "Robbery was 395 in the 12 months to September 2023, compared with 348 in 2019, a % difference of 31.5%.",
    "31.5%",
  ],
  ["G", "Confidence was 52.6%, up from 58.7%.", "up"],
  ["G", "Confidence was 52.6%, down from 58.7% in 2017.", "58.7%"],
  ["R", "Robbery rose by 13.5% since 2017.", "13.5%"],
  ["R", "Robbery rose by 13.5% from 2018/19.", "13.5%"],
  ["R", "Robbery was 359.", "359"],
  ["R", "Robbery was up 13.5%, from 348 to 359.", "359"],
  ["R", "Robbery was down 13.5%, from 348 to 395.", "down 13.5%"],
  ["R", "Robbery was 395, against 348, a fall.", "fall"],
  ["B", "Burglary was 2,922, up from 3,496.", "up"],
  ["R", "Compared with 2017, robbery rose by 13.5%.", "2017"],
  ["R", "Robbery increased by 13.5% between 2017 and 2023.", "13.5%"],
  ["R", "There were 395 robberies, 47 fewer than the 348 in 2019.", "47"],
];

/** True as well, or not to be told by a table: of a part, a place, another time, another thing. */
const open: readonly (readonly [Short, string])[] = [
  ["B", "Residential burglary fell by 20%."],
  ["B", "A 20% fall in dwelling burglaries lies behind it."],
  ["B", "In the last quarter there were 640 burglaries."],
  ["B", "Operation Castle led to 120 arrests, and 40 burglaries were solved."],
  ["B", "Burglary in Dover fell to 210."],
  ["R", "Personal robbery rose to 300."],
  ["R", "In the town centre, there were 140 robberies."],
  ["R", "There were 140 robberies with a knife."],
  ["R", "Robberies rose to 51 a month."],
  ["R", "In August 2022 there were 41 robberies."],
  ["R", "The charge rate rose by 4%."],
  ["R", "Robbery rose by 20% in 2016."],
  ["R", "Robbery is expected to fall to 300."],
  ["S", "Officers trained in this work rose to 45."],
  ["S", "Reporting by children has increased by 31%."],
  ["A", "Satisfaction of victims rose by 4 percentage points."],
  ["A", "Kent ranks 7th in the MSG."],
  ["A", "Crime rose by 8.8%. This is below the MSG average (10.5%)."],
  ["R", "Robbery rose by 13.5% but has fallen by 9% over the last six months."],
  ["A", "Recorded crime in Kent increased 8.8% over the period; the MSG increased 10.5%."],
  ["A", "Kent's 8.8% rise was below the 10.5% rise in the MSG."],
  ["A", "Kent's rise in crime (8.8%) was the second lowest in the MSG (average 10.5%)."],
  ["A", "Crime is 8.8% higher than in 2019; across the MSG it is 10.5% higher."],
  ["A", "MSG forces have on average seen a rise of 10.5%, which Kent at 8.8% is below."],
  ["A", "The most similar group's increase of 10.5% exceeds Kent's 8.8%."],
  ["A", "The MSG average (10.5%) exceeds that of Kent (8.8%)."],
  ["A", "Over four years crime went up by 8.8%, an average of 2.1% a year."],
  ["A", "Crime rose 8.8%, equivalent to 3,520 additional crimes or about 10 a day."],
  ["A", "Crime rose by 8.8%, well within the MSG range of 3.1% to 15.2%."],
  ["A", "Crime rose by 8.8%; 45% of the rise is due to better recording."],
  ["A", "Crime rose by 8.8%. Violence makes up 40% of all crime and rose by 12%."],
  ["A", "Crime rose by 8.8%, driven by shoplifting (up 25%)."],
  ["A", "Crime rose by 8.8%, driven by a 25% increase in shoplifting."],
  ["A", "Excluding fraud, crime rose by 6.2%."],
  ["A", "Compared with last year, crime is down 2.1%."],
  ["A", "Crime is down 2.1% on the previous year."],
  ["A", "Crime is down by 2.1% on last quarter."],
  ["A", "Year on year, crime fell by 2.1%."],
  ["A", "Since April 2023 crime fell by 2.1%."],
  ["A", "Crime fell by 2.1% in the six months to September 2023."],
  ["A", "After adjusting for recording, crime fell by 2.1%."],
  ["A", "Adjusted for population, crime rose by 8.8%."],
  ["A", "The rise has slowed to 8.8%, from 9.6% in the previous report."],
  ["A", "The increase was 8.8% (9.6% last quarter)."],
  ["A", "Crime rose by 8.8%, the lowest since 2015."],
  ["A", "Crime rose by 8.8%, and reached its highest level since 2015."],
  ["A", "Crime rose by 8.8%, having fallen by 5.3% between 2015 and 2019."],
  ["A", "Crime rose by 8.8% after a 5.3% fall between 2015 and 2019."],
  ["A", "The MSG's 10.5% is for 7 of its 8 forces."],
  ["A", "Of the 43,520 crimes, 12% were domestic abuse."],
  ["A", "43,520 crimes were recorded, of which 12,000 were violence."],
  ["A", "Kent recorded 43,520 crimes, and 9,100 of these were thefts."],
  ["A", "The force recorded 43,520 crimes and made 9,100 arrests."],
  ["A", "The force answered 210,000 calls and recorded 43,520 crimes."],
  ["A", "Crime rose by 8.8% and the population by 3%."],
  ["A", "Crime rose by 8.8% while demand rose by 15%."],
  ["A", "Crime rose by 8.8% while police numbers fell by 2%."],
  ["A", "Crime rose by 8.8%. Public confidence fell by 4 percentage points."],
  ["B", "Burglary fell by 16.4%. Home burglary fell by 21% and business burglary rose by 3%."],
  ["B", "Burglary fell by 16.4%, with dwelling burglary down 21%."],
  ["B", "The solved rate rose by 2 percentage points to 9%."],
  ["B", "Burglary fell by 16.4%, meeting the aim of a 10% reduction."],
  ["B", "Burglary fell by 16.4%, exceeding our target of 15%."],
  ["B", "Burglary fell by 16.4%; the force is still 46% above the MSG."],
  ["B", "The gap to the MSG has widened from 18% to 46%."],
  ["B", "The force's burglary rate is now 46% higher than the MSG; in 2019 it was 18% higher."],
  ["B", "Burglary fell in each of the 4 districts, by between 9% and 22%."],
  ["B", "Burglary fell to 2,922, the lowest for 10 years."],
  ["B", "Burglary fell to 2,922 offences, 8 a day."],
  ["R", "Robbery was at its peak in 2018, when there were 512 robberies."],
  ["R", "Robbery rose to 395, though it stood at 512 in 2018."],
  ["R", "Robbery rose to a peak of 60 in May 2022."],
  ["R", "There have been 3 murders and 395 robberies."],
  ["R", "Robbery rose to 395. The number of victims under 18 rose to 140."],
  ["R", "Robbery rose to 395. Of these 140 were in Dover."],
  ["R", "Robbery rose to 395. Knife robbery rose to 140."],
  ["R", "The MSG rose to 9,999 at its peak in 2015."],
  ["R", "Each force in the MSG recorded about 500 robberies."],
  ["R", "The average MSG force recorded 500 robberies."],
  ["R", "Robbery is 32% above the MSG."],
  ["R", "There were 395 (2019: 348)."],
  ["R", "In 2019 there were 348; in 2023, 395 (up 47)."],
  ["R", "The MSG rate of 0.463 is below ours of 0.611."],
  ["G", "Confidence fell to 52.6%. Among women it fell to 49%."],
  ["G", "Confidence is highest among those over 65 (61%)."],
  ["G", "61% of over-65s think so."],
  ["G", "The percentage fell to 52.6% (confidence interval 50.1% to 55.1%)."],
  ["G", "The margin of error is 2.5 percentage points."],
  ["S", "Sexual offences rose by 69.1%; rape rose by 80% and other sexual offences by 61%."],
  ["S", "Reporting of non-recent offences rose by 80%."],
  ["S", "The increase is greatest for offences against children, at 80%."],
  ["S", "Sexual offences rose by 69.1% in Kent, the 2nd highest rise in the MSG; the MSG rose by 20.31%."],
  ["R", "Robbery was 395 this year, having been 512 in 2016."],
  ["R", "Robbery was 395, down from a peak of 512 in 2017."],
  ["R", "Robbery was 395, down from 412 last quarter."],
  ["R", "Robbery rose from 300 in 2016 to 395."],
  ["R", "Robbery was 395, down from 420 in 2018/19."],
  ["R", "Robbery in Dover was 110, up from 100."],
  ["R", "Robbery rose by 13.5%, with 110 in Dover (120 in 2019)."],
  ["R", "110 arrests against a baseline of 100 is an increase."],
  ["R", "Robbery was 395, compared with 380 the year before."],
  ["R", "Robbery was 12 in May 2022, up from 9."],
  ["R", "Robbery fell in Dover from 120 to 110, but rose to 395 overall."],
  ["R", "The fall from 120 to 90 in Dover is welcome."],
  ["R", "Rates fell from 9 to 8, and robbery was 395, up from 348."],
];

const [rightSaid, wrongSaid, openSaid] = [await audited(right), await audited(wrong), await audited(open)];

test("there are enough sentences of each kind", () => {
  expect([right.length >= 40, wrong.length >= 39]).toEqual([true, true]);
});

test.each(right.map(([, text, numbers], index) => [text, numbers, index] as const))("true: %s", (_, numbers, index) => {
  expect(rightSaid[index]?.faults.map(({ message }) => message)).toEqual([]);
  const matched = rightSaid[index]?.claims.filter(({ type, status }) => type === "number" && /^matched/.test(status));
  expect(matched?.map(({ text }) => text).join(" ")).toBe(numbers);
});

test.each(wrong.map(([, text, parts], index) => [text, parts, index] as const))("false: %s", (_, parts, index) => {
  const told = wrongSaid[index]?.faults.map(({ printed }) => printed) ?? [];
  expect([...told].sort().join(" ")).toBe([...parts.split(/ (?!points|percentage)/)].sort().join(" "));
});

test.each(open.map(([, text], index) => [text, index] as const))("not for a table to tell: %s", (_, index) => {
  expect(openSaid[index]?.faults.map(({ message }) => message)).toEqual([]);
});

const all = [...numberPatterns, ...directionPatterns, ...comparisonPatterns];
const exampleContext = {
  ...{ measure: "Robbery", force: "Kent", groups: ["MSG"] },
  periods: { baseline: { from: 2019 * 12, to: 2019 * 12 + 11 }, current: { from: 2023 * 12, to: 2023 * 12 + 11 } },
};
test.each(all.map((pattern) => [pattern.example, pattern] as const))(
  "the table reads its own example: %s",
  (example, { shape }) => {
    const measure = /confidence/i.test(example) ? "Confidence" : "Robbery";
    const read = shapesOf(example, { ...exampleContext, measure }).flatMap((sentence) => [
      ...sentence.shape.matchAll(shape),
    ]);
    expect(read.length).toBeGreaterThan(0);
  },
);

/** Units, and the verb of a clause whose numbers run the other way: the table of robbery above. */
test.each([
  ["Robbery rose by 47.5 offences.", "47.5"],
  ["Robbery rose by 13.5 offences, and fell from 348 to 395.", "13.5 fell"],
  ["Robbery fell from 348 to 395.", "fell"],
  ["Robbery rose by 13.5 percentage points.", "13.5 percentage points"],
])("a unit or a verb that the figures are against: %s", async (text, parts) => {
  const [said] = await audited([["R", text]]);
  expect(said?.faults.map(({ printed }) => printed).join(" ")).toBe(parts);
});

/** Financial years of which one is the baseline and the next the current one: 100 in 2018/19, 110 in 2019/20. */
test.each([
  ["Robbery rose from 100 in 2018/19 to 110 in 2019/20.", ""],
  ["Robbery was 110, up from 100.", ""],
  ["Robbery rose by 10% in 2019/20, from 100 to 110.", ""],
  ["Robbery was 110, down from 100", "down"],
  ["Robbery rose from 100 in 2019/20 to 110.", "100"],
  ["Robbery rose from 100 in 2019/20.", "100"],
  ["Robbery rose from 100 in 2017/18 to 110 in 2019/20.", "100"],
  ["Robbery rose from 100 in 2018/19 to 110 in 2020/21.", "110"],
  ["There were 110 robberies in 2018/19.", "110"],
  ["Robbery rose by 10% since 2017/18.", "10%"],
  ["There were 100 robberies in 2019/20.", "100"],
])("a number and the year that it is said of: %s", async (text, parts) => {
  writeFileSync(join(folder, "years.csv"), "Offence,2018/19,2019/20,Change,% change\nRobbery,100,110,10,10.0%\n");
  writeFileSync(join(folder, "year-said.csv"), `Measure,Comment\nRobbery,"${text}"\n`);
  const done = await run(["audit", "years.csv", "--comments", "year-said.csv", "--format", "json"], folder);
  const { findings } = jsonOf("audit", done.out);
  expect(findings.flatMap(({ file, printed }) => (file === "year-said.csv" ? [printed] : [])).join(" ")).toBe(parts);
});
