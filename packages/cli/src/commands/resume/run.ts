import { extname } from "node:path";
import { type Level, level, PlanError, type Run, type SchedulerState, time } from "anneal";
import type { CommandModule, FlagValues } from "../../command.ts";
import { tellNote } from "../../output/tellNotes.ts";
import { UsageError } from "../../usageError.ts";
import { type Changes, changesOf } from "./changesOf.ts";
import { sizeOf } from "./draw.ts";
import { emit, type Output } from "./emit.ts";
import { inJson } from "./inJson.ts";
import { inEpochs, inUpdates } from "./inUpdates.ts";
import type { Scene } from "./lines.ts";
import { newStateOf } from "./newState.ts";
import { paint } from "./paint.ts";
import { positionOf } from "./positionOf.ts";
import { show, stoppedAt } from "./show.ts";
import { type Stopped, stoppedOf } from "./stoppedOf.ts";
import { policiesFor, REWARM, type Tried, tryPolicies } from "./tryPolicies.ts";

export const run: CommandModule["run"] = async ([given = ""], flags, io) => {
  const output = outputOf(flags);
  if (output.file === undefined) sizeOf(flags, io);
  const stopped = await stoppedOf(given, flags, io);
  const [driven] = Object.keys(stopped.source?.driven ?? {});
  if (output.emits !== undefined && driven !== undefined) {
    throw new UsageError(
      `${stopped.name}: a metric scales ${driven}, by what only a Scheduler's saved state says: emit from that`,
    );
  }
  const changes = changesIn(stopped, (flags.with ?? []) as readonly string[]);
  if (flags.with === undefined)
    throw new UsageError("say with --with what changes: steps=20000, epochs=10, batch=64, base=0.02, plan=…");
  const saved: SchedulerState = { ...stopped.state, run: changes.old, position: whereOf(stopped, changes.old, flags) };
  const { own, functions, ...next } = await newStateOf(saved, stopped, changes, flags, io);
  const all = policiesFor({
    over: said("--rewarm", flags.rewarm, time) ?? (own.run.steps === undefined ? 100 : REWARM),
    ...(flags.rewarmFrom === undefined ? {} : { from: said("--rewarm-from", flags.rewarmFrom, level) as Level }),
  });
  const asked = flags.policy as string | undefined;
  const policies = new Map([...all].filter(([name]) => asked === undefined || name === asked));
  const known = tryPolicies(policies, saved, own, functions);
  const only = chosenIn(known, flags.only as string | undefined);
  const tried = known.map((one) => ({
    ...one,
    curves: one.curves.filter(({ hyperparameter }) => only(hyperparameter)),
  }));
  const place = tryPolicies(new Map([["replace", all.get("replace") as never]]), saved, own, functions)[0]?.state
    ?.position;
  const counted = stopped.state.run.samplesPerStep !== undefined;
  const { madeFor } = next;
  const scene: Scene = { saved, place: place ?? saved.position, counted, madeFor, tried, functions };
  // Who counts one update an epoch counts epochs.
  const unit = saved.run.stepsPerEpoch === 1 && own.run.stepsPerEpoch === 1 ? "epoch" : "step";
  const notes = [...stopped.notes, ...changes.notes, ...next.notes];
  if (changes.scales && changes.plan === undefined && !JSON.stringify(own.program).includes('x"')) {
    notes.push("--with base changes nothing: the plan says its rates itself, none of them as a share such as 1x");
  }
  const [first] = tried;
  if (asked !== undefined && first?.refused !== undefined) throw new UsageError(`${asked}: ${first.refused}`);
  if (output.emits) await emit(tried[0] as Tried, output, unit, io);
  else if (output.file !== undefined) {
    const title = `${stopped.name}: ${stoppedAt(saved, unit)}`;
    const { content, notes: own } = await paint(scene, { file: output.file, title, unit }, flags, io);
    await (await import("../../output/writeFile.ts")).writeFile(output.file, content);
    notes.push(...own.map((text) => `${output.file}: ${text}`));
  } else if (flags.json === true) io.out(`${JSON.stringify(inJson(stopped.name, own.run, scene), undefined, 2)}\n`);
  else show(stopped.name, own.run, scene, unit, flags, io);
  if (output.emits === "state" && stopped.assumed && !/(^|,)base=/.test(String(flags.with))) {
    notes.push("no base rate is said, and the state has 1 in its place: --base says it");
  }
  const isDrawn = output.emits === undefined && flags.json !== true;
  const isScaled = Object.values(saved.controllers).some((list) =>
    list.some(({ scales }) => scales.some((one) => one !== 1)),
  );
  if (isDrawn && isScaled) notes.push("what its controllers did before is not known, and not drawn");
  for (const note of notes) tellNote(note, io);
  return 0;
};

/** What a flag says as a time or a level; its error names the flag. */
function said<T>(flag: string, given: FlagValues[string], read: (text: string) => T): T | undefined {
  if (given === undefined) return undefined;
  try {
    return read(given as string);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    throw new UsageError(`${flag} ${given}: expected ${error.issues[0]?.expected}`);
  }
}

function outputOf({ output, emit, policy, json }: FlagValues): Output {
  const file = output as string | undefined;
  const extension = file === undefined ? "" : extname(file).toLowerCase();
  const isPicture = extension === ".svg" || extension === ".png";
  if (file !== undefined && !isPicture && extension !== ".json") {
    throw new UsageError(`--output ${file}: expected a name that ends with .json, .svg, .png`);
  }
  if (isPicture && emit !== undefined) throw new UsageError("--emit: a picture is neither a state nor a plan");
  const emits = (emit ?? (extension === ".json" ? "state" : undefined)) as Output["emits"];
  if (emits !== undefined && policy === undefined) throw new UsageError("say with --policy which one to write");
  if (json === true && (file !== undefined || emits !== undefined)) {
    throw new UsageError("--json tells of every policy: leave --output and --emit out, or --json");
  }
  return { file, emits };
}

/** The changes, which are said in updates and epochs also of a run whose steps are epochs. */
function changesIn({ state: { run }, updatesPerEpoch }: Stopped, given: readonly string[]): Changes {
  const changes = changesOf(given, inUpdates(run, updatesPerEpoch));
  return updatesPerEpoch === undefined
    ? changes
    : { ...changes, run: inEpochs(changes.run), old: inEpochs(changes.old) };
}

function whereOf({ state, name, updatesPerEpoch }: Stopped, run: Run, { at }: FlagValues): number {
  if (at !== undefined) {
    return positionOf(at as string, inUpdates(run, updatesPerEpoch)) / (updatesPerEpoch ?? 1);
  }
  if (state.position !== undefined) return state.position;
  throw new UsageError(`${name}: say with --at where training stopped`);
}

function chosenIn(tried: readonly Tried[], only: string | undefined): (key: string) => boolean {
  if (only === undefined) return () => true;
  const keys = new Set(tried.flatMap(({ curves }) => curves.map(({ hyperparameter }) => hyperparameter)));
  const asked = only.split(",").map((key) => key.trim());
  const unknown = asked.find((key) => !keys.has(key));
  if (unknown === undefined) return (key) => asked.includes(key);
  throw new UsageError(`--only ${unknown}: there are ${[...keys].join(", ")}`);
}
