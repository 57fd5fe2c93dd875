import { PlanError, type Plateau } from "anneal";
import type { Exported } from "anneal/interop";
import type { CommandModule, FlagValues } from "../../command.ts";
import { tellNote, tellNotes } from "../../output/tellNotes.ts";
import { writeFile } from "../../output/writeFile.ts";
import { controlled, unknownScales } from "../../source/controlled.ts";
import { type Curve, curvesOf, programOf } from "../../source/curves.ts";
import { flagOf, numberIn } from "../../source/flags.ts";
import { readSource } from "../../source/readSource.ts";
import type { Source } from "../../source/source.ts";
import { stepsOf } from "../../source/stepsOf.ts";
import { UsageError } from "../../usageError.ts";
import { based } from "./based.ts";
import { choose } from "./choose.ts";
import { best, countedBy, countedFor, countedIn } from "./counted.ts";
import { drivenOf } from "./driven.ts";
import { TARGETS } from "./targetNames.ts";
import { type Target, targets } from "./targets.ts";
import { toldVerified } from "./toldVerified.ts";
import { toPlan } from "./toPlan.ts";
import type { Verified } from "./verify/verify.ts";
import { withoutFunctions } from "./withoutFunctions.ts";

export const run: CommandModule["run"] = async ([given = ""], flags, io) => {
  const { to, output } = flags as { readonly to?: string; readonly output?: string };
  if (to === undefined) throw new UsageError(`say with --to what to convert to: ${TARGETS.join(", ")}`);
  const idle = (["python", "timeout"] as const).find((name) => flags[name] !== undefined && flags.verify !== true);
  if (idle !== undefined) throw new UsageError(`--${idle}: it is for --verify`);
  const source = controlled(await readSource(given, flags, io));
  const { code, notes, curve, ...written } = to === "plan" ? asPlan(source, flags) : asCode(source, to, flags);
  // What a metric will do is in no code that has not its controller.
  const isDriven = Object.keys(source.driven ?? {}).some((key) => key === (curve?.key ?? key));
  const follows = written.follows === true;
  const exact = written.exact && (follows || !isDriven) && source.isUnclocked !== true;
  if (output !== undefined && code !== "") await writeFile(output, code);
  const own = [
    ...notes,
    ...(follows ? [] : unknownScales(source, curve?.key)),
    ...(curve && !follows ? countedBy(source.framework, curve, to) : []),
  ];
  // The code is of use also where it cannot be verified, which is told after it.
  const { verified, failure }: Tried =
    flags.verify !== true || !curve ? {} : follows ? UNVERIFIED : await tried(to, code, curve, flags);
  if (flags.json === true) {
    const all = [...source.notes.map(({ text }) => text), ...own];
    io.out(`${JSON.stringify({ target: to, code, exact, notes: all, ...(verified && { verified }) }, undefined, 2)}\n`);
  } else if (output === undefined) io.out(code);
  io.err(exact ? "exact\n" : "not exact\n");
  tellNotes([source], io);
  for (const note of own) tellNote(note, io);
  if (verified) io.err(`${toldVerified(verified)}\n`);
  if (failure) throw failure;
  return exact && verified?.agrees !== false ? 0 : 1;
};

/** What was written, and of which curve; a plan is of all of them. */
interface Written extends Exported {
  readonly curve?: Curve;
  /** Whether it has what follows the metric. */
  readonly follows?: boolean;
}

function asPlan(source: Source, { only, group, name, verify }: FlagValues): Written {
  const strange = Object.entries({ "--only": only, "--group": group, "--name": name, "--verify": verify });
  const [flag] = strange.find(([, value]) => value !== undefined) ?? [];
  if (flag) throw new UsageError(`${flag}: --to plan keeps all of the source, and is no code`);
  programOf(source);
  return { ...toPlan(source), follows: source.control === undefined };
}

function asCode(source: Source, to: string, flags: FlagValues): Written {
  const target = targets.get(to);
  if (!target) throw new UsageError(`--to ${to}: expected one of ${TARGETS.join(", ")}`);
  const name = flags.name as string | undefined;
  if (name !== undefined && !target.named) throw new UsageError(`--name: there is nothing to be named in ${to}`);
  const { curve: chosen, notes: choice } = choose(curvesOf(source), flags);
  if (target.setsRate && chosen.key !== "lr") {
    const others = [...targets].flatMap(([other, { setsRate }]) => (setsRate ? [] : [other]));
    const { key } = chosen;
    throw new UsageError(`--to ${to} sets the learning rate, and this is ${key}: write it as ${others.join(", ")}`);
  }
  const driven = drivenOf(source, based(chosen, target), to, target);
  const [first, ...others] = countedFor(to, driven.curve, flags.stepsPerEpoch);
  const write = (curve: Curve) => writtenOf(curve, to, target, name, driven.plateau);
  const { notes, exact, ...written } = best([write(first), ...others.map(write)]);
  return { ...written, exact: exact && driven.isCounted, notes: [...notes, ...driven.notes, ...choice] };
}

function writtenOf(
  form: Curve,
  to: string,
  target: Target,
  name: string | undefined,
  plateau: Plateau | undefined,
): Written {
  const { curve, notes } = to === "csv" ? { curve: form, notes: [] } : withoutFunctions(form, to);
  const { plan, run, functions } = curve;
  const options = { functions, ...(name === undefined ? {} : { name }) };
  try {
    // Writers that need the run's end ask for it themselves.
    const watched = plateau && target.watch?.(plan, plateau, run, options);
    // What cannot be said with its plateau is written without.
    const alone = watched?.code ? watched : target.write(plan, run as { readonly steps: number }, options);
    const left = watched && alone !== watched ? watched.notes : [];
    const { exact, ...written } = countedIn(to, curve, alone);
    const follows = watched !== undefined;
    return {
      ...written,
      exact: exact && left.length === 0,
      notes: [...written.notes, ...left, ...notes],
      curve,
      follows,
    };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const lacks = error.issues.flatMap(({ path, received }) =>
      received === "undefined" && path.startsWith("run.") ? [flagOf(path.slice("run.".length))] : [],
    );
    const [{ path, expected, received }] = error.issues as [PlanError["issues"][number]];
    if (path === "options.name") throw new UsageError(`--name: expected ${expected}, received ${received}`);
    if (lacks.length === 0) throw error;
    throw new UsageError(`${curve.name}: say ${lacks.join(" and ")}, which --to ${to} needs`);
  }
}

/** What came of verifying, or why it could not be done. */
interface Tried {
  readonly verified?: Verified;
  readonly failure?: UsageError;
}

const UNVERIFIED: Tried = { failure: new UsageError("not verified: a metric decides its rates, and there is none") };

async function tried(to: string, code: string, curve: Curve, flags: FlagValues): Promise<Tried> {
  const { verify } = await import("./verify/verify.ts");
  const python = (flags.python as string | undefined) ?? (process.platform === "win32" ? "python" : "python3");
  const seconds = flags.timeout === undefined ? 120 : numberIn("--timeout", flags.timeout, 0.1, 86_400);
  const name = flags.name as string | undefined;
  try {
    return { verified: await verify(to, code, curve, { python, seconds, name, steps: stepsOf(curve) }) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { failure: error };
  }
}
