import type { Audit, Explanation } from "anneal/audit";
import type { createColors } from "picocolors";
import type { Say } from "../../language/language.ts";
import { displayWidth } from "../../terminal/displayWidth.ts";
import { percent } from "../../terminal/percent.ts";
import { rate } from "../../terminal/rate.ts";
import { wrapped } from "../../terminal/wrapped.ts";
import type { Judged } from "./judge.ts";

type Colors = ReturnType<typeof createColors>;

/** How many rows of evidence, and how many other explanations are told. */
const [MOST_EVIDENCE, MOST_OTHERS] = [4, 3] as const;

/** How likely another explanation is at least that is told. */
const LEAST = 0.01;

/** How wide the names of lines are, and in how many columns there is room for them beside what they name. */
const [NAMES, NARROW] = [12, 60] as const;

/** The verdict on a series in one line, with what shows it, in lines that fit. */
export function toldVerdict({ title, found }: Judged, columns: number, say: Say, colors: Colors): string {
  const { verdict, bug, convention, deviation, precision, rows } = found;
  const explained = bug ?? convention;
  const head = wrapped(say(`${title}: ${headlineOf(found)}`), columns).map((line) => paintOf(found, colors)(line));
  const { absolute, relative, step, logged, expected } = deviation;
  const share = Number.isFinite(relative) && relative > 0 ? `, ${percent(relative)}` : "";
  const compared = `${rows.used} compared of ${rows.given}, ${precision}`;
  const lines: readonly (readonly [name: string, text: string])[] = [
    ...(bug ? ([["confidence", percent(bug.confidence)]] as const) : []),
    ...(explained ? evidenceOf(explained) : []),
    ...(explained && explained.mend !== "" ? ([["mend", explained.mend]] as const) : []),
    ...(verdict === "agrees" && !convention
      ? []
      : ([
          [
            "deviation",
            `${rate(absolute)}${share}, at ${rate(step)}: logged ${rate(logged)}, planned ${rate(expected)}`,
          ],
        ] as const)),
    ["rows", compared],
    ...othersOf(found),
    ...found.notes.map((note) => ["note", note] as const),
  ];
  const body = lines.map(([name, text], i) => entry(lines[i - 1]?.[0] === name ? "" : name, text, columns, say));
  return `${head.join("\n")}\n${body.join("")}`;
}

function headlineOf({ verdict, text, bug }: Audit): string {
  return verdict === "bug" && bug ? `${bug.severity === "error" ? "BUG" : "probably a bug"}: ${text}` : text;
}

function paintOf({ verdict, convention }: Audit, colors: Colors): (text: string) => string {
  if (verdict !== "agrees") return (text) => colors.bold(colors.red(text));
  return convention ? colors.yellow : colors.green;
}

/** What else it may be, with how likely that is; where nothing fits, what explains some of the rows, with how many. */
function othersOf({ verdict, others }: Audit): readonly (readonly [name: string, text: string])[] {
  if (verdict === "unknown") {
    return others.slice(0, MOST_OTHERS).map(({ title, explained, informative }) => {
      return ["nearly", `${title}: it explains ${explained} of the ${informative} rows that tell it`];
    });
  }
  const likely = others.filter(({ confidence }) => confidence >= LEAST);
  return likely.slice(0, MOST_OTHERS).map((one) => ["or", `${one.title} (${percent(one.confidence)})`]);
}

function evidenceOf({ evidence }: Explanation): readonly (readonly [name: string, text: string])[] {
  return evidence.slice(0, MOST_EVIDENCE).map((text) => ["evidence", text]);
}

/** A named line, its rest indented; in a narrow terminal the name stands above. */
function entry(name: string, text: string, columns: number, say: Say): string {
  const named = say(name);
  const isNarrow = columns < NARROW;
  const indent = " ".repeat(isNarrow ? 3 : NAMES + 2);
  const lines = wrapped(say(text), Math.max(columns - indent.length, 16)).map((line) => `${indent}${line}\n`);
  if (isNarrow) return `${named && `  ${named}\n`}${lines.join("")}`;
  const head = `  ${named}${" ".repeat(Math.max(NAMES - displayWidth(named), 1))}`;
  return head + lines.join("").slice(indent.length);
}
