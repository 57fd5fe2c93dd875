import { extname } from "node:path";
import type { Audit } from "anneal/audit";
import { createColors } from "picocolors";
import type { CommandModule, FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { notesOf, tellNote } from "../../output/tellNotes.ts";
import { runInUpdates } from "../../source/axisOf.ts";
import { controlled } from "../../source/controlled.ts";
import { curvesOf } from "../../source/curves.ts";
import { readSource } from "../../source/readSource.ts";
import { aligned } from "../../terminal/aligned.ts";
import { chart } from "../../terminal/chart.ts";
import { UsageError } from "../../usageError.ts";
import { answersOf } from "./answers.ts";
import { drawablesOf, lengthOf, readTrace, traceOf } from "./drawn.ts";
import { flagsOfTrainer } from "./flagsOfTrainer.ts";
import { inJson } from "./inJson.ts";
import { type Judged, judgeAll } from "./judge.ts";
import { orALog } from "./mistaken.ts";
import { openLog } from "./openLog.ts";
import { pairsOf } from "./pair.ts";
import { refuseTimes } from "./refuseTimes.ts";
import { setsOf } from "./setsOf.ts";
import { type Settings, settingsOf } from "./settings.ts";
import { toldVerdict } from "./told.ts";
import { isUnplaced, refuseUnplaced } from "./unplaced.ts";
import { withUnread } from "./withUnread.ts";

/** How many series are drawn, how many problems of a log are told, and how many names in one line. */
const [MOST_DRAWN, MOST_PROBLEMS, MOST_NAMES] = [8, 5, 6] as const;

export const run: CommandModule["run"] = async ([given = "", file = "", ...more], flags, io) => {
  if (more.length > 0) throw new UsageError(`audit takes one source and one log, and not ${more[0]} too`);
  if (given === "-" && file === "-") throw new UsageError("-: standard input can be the source or the log, not both");
  const settings = await settingsOf(flags, io);
  const own = { ...io, ...(given === "-" ? { input: once(io) } : {}) };
  // How many processes step it is what the log is asked, where the source does not count them.
  // A short source is wrong sooner than a long log is read. What is said of it waits, for it may be read again.
  const said: string[] = [];
  const asWritten = (own: FlagValues): FlagValues => ({ ...own, processes: undefined });
  const first = await readSource(given, asWritten(flags), { ...own, err: (text) => void said.push(text) }).catch(
    async (error) => {
      throw await orALog(error, given);
    },
  );
  if (first.driven) {
    const what = `${first.name}: its rate follows a metric, so that there is no curve to compare a log with`;
    throw new UsageError([what, ...controlled(first).notes.map(({ text }) => text)].join("; "));
  }
  const log = await openLog(file, settings.log, io);
  const trainer = flagsOfTrainer(first, log, flags);
  const answers = answersOf(log, runInUpdates(first), trainer ?? flags, trainer !== undefined);
  const source = answers.known ? await readSource(given, asWritten(answers.flags), own) : first;
  if (source === first) for (const text of said) io.err(text);
  const pairs = pairsOf(log, curvesOf(source), settings.group);
  refuseTimes(pairs.pairs);
  const all = judgeAll(pairs.pairs, answers.flags, settings.audit);
  const judged = all.map((one) => withUnread(one, log.unread));
  refuseUnplaced(judged, settings.audit);
  const verdict = worstOf(judged);
  const notes = [
    ...notesOf([source]),
    ...answers.notes,
    ...log.notes,
    ...pairs.notes,
    ...assumed(judged),
    ...unsaid(judged),
  ];
  if (flags.json === true) {
    const shape = inJson(verdict, source, file, log, judged, pairs, notes);
    io.out(`${JSON.stringify(shape, undefined, 2)}\n`);
  } else {
    const read = [
      [io.say("plan"), source.name],
      [io.say("log"), `${file}: ${log.format}`],
    ];
    io.out(`${aligned(read, [0, 1]).join("\n")}\n`);
    show(judged, flags, settings, io);
    const onlyInPlan = pairs.onlyInPlan.map(({ key, group }) => `${key}, group ${group}`);
    tellSome(onlyInPlan, (what) => `${what}: only in the plan`, io);
    tellSome(
      pairs.onlyInLog.map(({ name }) => name),
      (what) => `${what}: only in the log`,
      io,
    );
    for (const note of notes) tellNote(note, io);
  }
  for (const { path, expected, received } of log.problems.slice(0, MOST_PROBLEMS)) {
    io.err(`${file}: ${path}: expected ${expected}, received ${received}\n`);
  }
  const hidden = log.problemCount - Math.min(log.problems.length, MOST_PROBLEMS);
  if (hidden > 0) io.err(`${file}: and ${hidden} more\n`);
  if (settings.output !== undefined) await draw(settings.output, judged, flags, io);
  return verdict === "agrees" ? 0 : 1;
};

/** Standard input, which is read once, as often as it is asked for. */
function once(io: Io): Io["input"] {
  let read: Promise<Uint8Array> | undefined;
  return () => {
    read ??= io.input();
    return read;
  };
}

function assumed(judged: readonly Judged[]): readonly string[] {
  const some = judged.some(({ curve, unit }) => unit === "epoch" && curve.unit === undefined);
  return some
    ? ["the log counts epochs, and a step of the plan is taken for one; --steps-per-epoch places updates"]
    : [];
}

/** What would tell more of a difference that no bug explains. */
function unsaid(judged: readonly Judged[]): readonly string[] {
  const some = judged.some(
    ({ found, curve, isUnread }) => found.verdict === "unknown" && !isUnread && curve.run.steps === undefined,
  );
  return [
    ...(some ? ["nothing says how long the run is: with --steps more bugs can be told"] : []),
    ...(judged.some(isUnplaced) ? ["nothing says how many updates a row is, and one is taken: --steps tells it"] : []),
  ];
}

function worstOf(judged: readonly Judged[]): Audit["verdict"] {
  const verdicts = judged.map(({ found }) => found.verdict);
  return verdicts.find((one) => one === "bug") ?? verdicts.find((one) => one === "unknown") ?? "agrees";
}

/** Tells something of each name in a line; of many names only some, and how many more there are. */
function tellSome(names: readonly string[], told: (what: string) => string, io: Io): void {
  for (const name of names.slice(0, MOST_NAMES)) tellNote(told(name), io);
  const hidden = names.length - MOST_NAMES;
  if (hidden > 0) tellNote(told(`${hidden} more`), io);
}

function show(judged: readonly Judged[], { log }: FlagValues, { columns, rows }: Settings, io: Io): void {
  const colors = createColors(io.colors);
  const told = (one: Judged, title: string) => toldVerdict({ ...one, title }, columns, io.say, colors);
  const sets = setsOf(judged, (one) => told(one, ""));
  // Of many series only those are drawn that there is something to see in.
  const drawn = sets.filter(({ judged: { found } }) => judged.length === 1 || found.verdict !== "agrees");
  for (const set of sets) {
    io.out(`\n${told(set.judged, set.title)}`);
    if (!drawn.slice(0, MOST_DRAWN).includes(set)) continue;
    const paint = (text: string, i: number) => (i === 0 ? colors.cyan(text) : colors.yellow(text));
    const series = [
      { name: io.say("plan"), at: set.judged.curve.at },
      { name: io.say("log"), at: readTrace(traceOf(set.judged)) },
    ];
    const options = { columns, rows, steps: lengthOf(set.judged), log: log === true, paint, say: io.say };
    io.out(chart(series, { ...options, unit: set.judged.unit === "epoch" ? "epochs" : "steps" }));
  }
  const hidden = drawn.length - MOST_DRAWN;
  if (hidden > 0) tellNote(`${hidden} more series are not drawn: --column or --group takes one`, io);
}

/** What a picture says of a series: its verdict without numbers. */
function headOf({ found: { verdict, bug, together }, isUnread }: Judged): string {
  if (isUnread) return "most rows were not read";
  if (verdict === "agrees") return "agrees";
  if (together) {
    const [first, second] = together;
    return `differs by two bugs at once: ${first.title}; and ${second.title}`;
  }
  return bug?.title ?? "differs and no known signature fits";
}

async function draw(file: string, judged: readonly Judged[], flags: FlagValues, io: Io): Promise<void> {
  const [{ svg, png }, { wordsFor }, { writeFile }] = await Promise.all([
    import("../plot/picture.ts"),
    import("../plot/wordsFor.ts"),
    import("../../output/writeFile.ts"),
  ]);
  const extension = extname(file).toLowerCase();
  const { say } = await wordsFor(extension, io);
  // The worst of several is what a picture is looked at for.
  const verdict = worstOf(judged);
  const worst = judged.find((one) => one.found.verdict === verdict) as Judged;
  const title = say(`${worst.title}: ${headOf(worst)}`);
  const make = extension === ".svg" ? svg : png;
  const unit = judged.every((one) => one.unit === "epoch") ? "epoch" : "step";
  const { content, notes } = await make(judged.flatMap(drawablesOf), unit, { ...flags, title }, io);
  await writeFile(file, content);
  for (const text of notes) tellNote(`${file}: ${text}`, io);
}
