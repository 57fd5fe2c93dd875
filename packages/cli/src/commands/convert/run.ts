import type { Exported } from "anneal/interop";
import type { CommandModule, FlagValues } from "../../command.ts";
import { writeFile } from "../../output/writeFile.ts";
import { curvesOf, programOf } from "../../source/curves.ts";
import { numberOf } from "../../source/flags.ts";
import { readSource } from "../../source/readSource.ts";
import type { Source } from "../../source/source.ts";
import { stepsOf } from "../../source/stepsOf.ts";
import { UsageError } from "../../usageError.ts";
import { choose } from "./choose.ts";
import { TARGETS } from "./definition.ts";
import { targets } from "./targets.ts";
import { toldVerified } from "./toldVerified.ts";
import { toPlan } from "./toPlan.ts";
import type { Verified } from "./verify/verify.ts";

export const run: CommandModule["run"] = async ([given = ""], flags, io) => {
  const { to, output } = flags as { readonly to?: string; readonly output?: string };
  if (to === undefined) throw new UsageError(`say with --to what to convert to: ${TARGETS.join(", ")}`);
  const source = await readSource(given, flags, io);
  const { code, exact, notes } = to === "plan" ? asPlan(source, flags) : asCode(source, to, flags);
  // What verifying finds missing is told after the code, which is of use all the same.
  const [verified, failure] = flags.verify === true ? await tried(source, to, code, flags) : [];
  const agrees = verified?.agrees !== false;
  const all = [...source.notes.map(({ text }) => text), ...notes];
  if (output !== undefined && code !== "") await writeFile(output, code);
  if (flags.json === true) {
    io.out(`${JSON.stringify({ target: to, code, exact, notes: all, ...(verified && { verified }) }, undefined, 2)}\n`);
  } else if (output === undefined) io.out(code);
  io.err(`${exact ? "exact" : "not exact"}${all.length > 0 ? `: ${all.join("; ")}` : ""}\n`);
  if (verified) io.err(`${toldVerified(verified)}\n`);
  if (failure) throw failure;
  return exact && agrees ? 0 : 1;
};

function asPlan(source: Source, { only, group, name, verify }: FlagValues): Exported {
  const strange = Object.entries({ "--only": only, "--group": group, "--name": name, "--verify": verify });
  const [flag] = strange.find(([, value]) => value !== undefined) ?? [];
  if (flag) throw new UsageError(`${flag}: --to plan keeps all of the source, and is no code`);
  programOf(source);
  return toPlan(source);
}

function asCode(source: Source, to: string, flags: FlagValues): Exported {
  const target = targets.get(to);
  if (!target) throw new UsageError(`--to ${to}: expected one of ${TARGETS.join(", ")}`);
  const name = flags.name as string | undefined;
  if (name !== undefined && !target.named) throw new UsageError(`--name: there is nothing to be named in ${to}`);
  const { curve, notes } = choose(curvesOf(source), flags);
  const { run, plan, functions } = curve;
  // Code of a whole run needs its end, which is guessed for none.
  const written = target.write(plan, run as { readonly steps: number }, {
    functions,
    ...(name === undefined ? {} : { name }),
  });
  return { ...written, notes: [...written.notes, ...notes] };
}

/** What came of verifying, or why it could not be done. */
async function tried(
  source: Source,
  to: string,
  code: string,
  flags: FlagValues,
): Promise<readonly [Verified?, UsageError?]> {
  const { verify } = await import("./verify/verify.ts");
  const { curve } = choose(curvesOf(source), flags);
  const python = (flags.python as string | undefined) ?? (process.platform === "win32" ? "python" : "python3");
  const seconds = flags.timeout === undefined ? 120 : numberOf("--timeout", flags.timeout);
  if (!(seconds > 0)) throw new UsageError("--timeout: expected seconds above 0");
  try {
    const name = flags.name as string | undefined;
    return [await verify(to, code, curve, { python, seconds, name, steps: stepsOf(curve) })];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [undefined, error];
  }
}
