import { extname } from "node:path";
import { level, type Run, type SchedulerState, time } from "anneal";
import type { CommandModule, FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { readSource } from "../../source/readSource.ts";
import { UsageError } from "../../usageError.ts";
import { changesOf } from "./changesOf.ts";
import { drawablesIn, drawSet, type Scene } from "./draw.ts";
import { positionOf } from "./positionOf.ts";
import { type Stopped, stateOf, stoppedOf } from "./stoppedOf.ts";
import { setsOf, titleOf, toldRefused, toldSet } from "./told.ts";
import { planOf, policiesFor, REWARM, type Tried, tryPolicies } from "./tryPolicies.ts";

export const run: CommandModule["run"] = async ([given = ""], flags, io) => {
  const output = outputOf(flags);
  const stopped = await stoppedOf(given, flags, io);
  const changes = changesOf((flags.with ?? []) as readonly string[], stopped.state.run);
  if (flags.with === undefined)
    throw new UsageError("say with --with what changes: steps=20000, epochs=10, batch=64, base=0.02, plan=…");
  const saved: SchedulerState = { ...stopped.state, run: changes.old, position: whereOf(stopped, changes.old, flags) };
  const { own, functions } = await newStateOf(saved, stopped, changes, flags, io);
  const all = policiesFor({
    over: flags.rewarm === undefined ? (own.run.steps === undefined ? 100 : REWARM) : time(flags.rewarm as string),
    ...(flags.rewarmFrom === undefined ? {} : { from: level(flags.rewarmFrom as string) }),
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
  const scene: Scene = { saved, place: place ?? saved.position, tried, functions };
  const notes = [...stopped.notes, ...changes.notes];
  if (output.emits) await emit(tried[0] as Tried, output, io);
  else if (output.file !== undefined) await paint(scene, only, output.file, flags, io);
  else if (flags.json === true) io.out(`${JSON.stringify(inJson(stopped.name, own.run, scene), undefined, 2)}\n`);
  else show(stopped.name, own.run, scene, flags, io);
  if (output.emits === "state" && stopped.assumed && !/(^|,)base=/.test(String(flags.with))) {
    notes.push("no base rate is said, and the state has 1 in its place: --base says it");
  }
  for (const note of notes) io.err(`${note}\n`);
  const [refused] = tried;
  if (asked !== undefined && refused?.refused !== undefined) throw new UsageError(`${asked}: ${refused.refused}`);
  return 0;
};

interface Output {
  readonly file: string | undefined;
  readonly emits: "state" | "plan" | undefined;
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

function whereOf({ state, name }: Stopped, run: Run, { at }: FlagValues): number {
  if (at !== undefined) return positionOf(at as string, run);
  if (state.position !== undefined) return state.position;
  throw new UsageError(`${name}: say with --at where training stopped`);
}

/** The state of a fresh scheduler with what changed. */
async function newStateOf(
  saved: SchedulerState,
  { functions }: Stopped,
  { run, base, plan }: ReturnType<typeof changesOf>,
  flags: FlagValues,
  io: Io,
): Promise<{ own: SchedulerState; functions: Stopped["functions"] }> {
  const scaled = Object.entries(saved.bases).map(([key, list]) => [key, key === "lr" ? list.map(base) : list] as const);
  const bases = Object.fromEntries(scaled);
  if (plan === undefined) return { own: { ...saved, run, bases, position: 0 }, functions };
  const { set, from } = flags;
  const facts = { set, from } as FlagValues;
  const source = await readSource(plan, facts, io);
  const first = Object.values(bases)[0] ?? [1];
  // The facts of the changed run are what the other plan is read against.
  const other = stateOf({
    ...source,
    run: { ...source.run, ...run, base: first[0] as number },
    bases: source.bases ?? first,
  });
  const own = Object.entries(other.state.bases).map(([key, list]) => [key, bases[key] ?? list] as const);
  const next = { ...other.state, bases: Object.fromEntries(own), position: 0 };
  return { own: next, functions: { ...functions, ...other.functions } };
}

function chosenIn(tried: readonly Tried[], only: string | undefined): (key: string) => boolean {
  if (only === undefined) return () => true;
  const keys = new Set(tried.flatMap(({ curves }) => curves.map(({ hyperparameter }) => hyperparameter)));
  const asked = only.split(",").map((key) => key.trim());
  const unknown = asked.find((key) => !keys.has(key));
  if (unknown === undefined) return (key) => asked.includes(key);
  throw new UsageError(`--only ${unknown}: there are ${[...keys].join(", ")}`);
}

function show(name: string, run: Run, scene: Scene, flags: FlagValues, io: Io): void {
  const { saved, place, tried } = scene;
  io.out(io.say(`${name}: ${stoppedAt(saved)}\n`));
  if (place !== saved.position) {
    const [was, is] = [saved.run.samplesPerStep, run.samplesPerStep];
    const ofWhat = typeof was === "number" && typeof is === "number" && was !== is;
    const samples = ofWhat ? `of ${was} samples are the same data as ${place} of ${is}` : `are ${place} of the new run`;
    io.out(io.say(`${saved.position} updates ${samples}\n`));
  }
  const sets = setsOf(tried);
  for (const set of sets) {
    io.out(sets.length > 1 ? `\n${titleOf(set, io.say)}\n` : "\n");
    io.out(toldSet(set, tried, Math.min(io.columns, 120), io.say));
    io.out(`\n${drawSet(set, scene, flags, io)}`);
  }
  for (const one of tried) if (one.refused !== undefined) io.out(toldRefused(one, io.columns, io.say));
}

function stoppedAt({ position, run: { steps, stepsPerEpoch } }: SchedulerState): string {
  const more = [
    ...(stepsPerEpoch === undefined || stepsPerEpoch === 1
      ? []
      : [`epoch ${Number((position / stepsPerEpoch).toPrecision(4))}`]),
    ...(steps === undefined ? [] : [`${Number(((100 * position) / steps).toPrecision(3))} % of ${steps}`]),
  ];
  return `stopped after update ${position}${more.length > 0 ? ` (${more.join(", ")})` : ""}`;
}

/** The documented shape. */
function inJson(source: string, run: Run, { saved, place, tried }: Scene): object {
  return {
    source,
    position: saved.position,
    place,
    old: { run: saved.run, bases: saved.bases },
    new: { run },
    policies: tried.map(({ name, state, refused, curves }) => ({
      policy: name,
      ...(refused === undefined ? { position: state?.position, steps: state?.run.steps ?? null } : { refused }),
      curves: curves.map(({ plan: _, at: __, ...told }) => told),
    })),
  };
}

async function emit({ state }: Tried, { file, emits }: Output, io: Io): Promise<void> {
  if (!state) return;
  const content = `${JSON.stringify(emits === "plan" ? planIn(state) : state, undefined, 2)}\n`;
  if (file === undefined) io.out(content);
  else await (await import("../../output/writeFile.ts")).writeFile(file, content);
  io.err(`it goes on at update ${state.position}\n`);
}

/** What every command reads: the plans, their run, and the groups' rates. */
function planIn({ program, run, bases }: SchedulerState): object {
  const plans = Object.keys(program).map((key) => {
    const groups = (bases[key] ?? []).map((_, group) => planOf(program, key, group));
    const isOne = new Set(groups.map((plan) => JSON.stringify(plan))).size === 1;
    return [key, isOne ? groups[0] : groups] as const;
  });
  return { program: Object.fromEntries(plans), run, bases: bases.lr ?? Object.values(bases)[0] };
}

async function paint(
  scene: Scene,
  only: (key: string) => boolean,
  file: string,
  flags: FlagValues,
  io: Io,
): Promise<void> {
  const { svg, png } = await import("../plot/picture.ts");
  const make = extname(file).toLowerCase() === ".svg" ? svg : png;
  const { content, notes } = await make(drawablesIn(scene, only), "step", flags);
  await (await import("../../output/writeFile.ts")).writeFile(file, content);
  for (const note of notes) io.err(`${file}: ${note}\n`);
}
