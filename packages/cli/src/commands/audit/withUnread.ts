import type { Judged } from "./judge.ts";

/** From this share of rows that could not be read a log says too little; from the other on it is told with the verdict. */
const [MOST, SOME] = [0.5, 0.1] as const;

/** What was found of the rows that were read, where others could not be: of less than half it is no agreement. */
export function withUnread(judged: Judged, unread: number): Judged {
  const { found, series } = judged;
  const share = unread / (series.rows + unread);
  if (!(share > SOME)) return judged;
  const told = unread === 1 ? "1 row was not read" : `about ${unread} rows were not read`;
  const text = `${found.text}; ${told}`;
  const { verdict, bug, convention: _, ...rest } = found;
  if (verdict === "agrees") {
    if (share <= MOST) return { ...judged, found: { ...found, text } };
    const read = series.rows === 1 ? "the 1 row that was read agrees" : `the ${series.rows} rows that were read agree`;
    return { ...judged, isUnread: true, found: { ...rest, verdict: "unknown", text: `${read}, but ${told}` } };
  }
  if (!bug) return { ...judged, found: { ...found, text } };
  // What was not read may be as planned.
  const confidence = Math.round(1000 * bug.confidence * (1 - share)) / 1000;
  return { ...judged, found: { ...found, text, bug: { ...bug, confidence } } };
}
