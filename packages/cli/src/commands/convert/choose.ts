import type { FlagValues } from "../../command.ts";
import type { Curve } from "../../source/curves.ts";
import { numberOf } from "../../source/flags.ts";
import { UsageError } from "../../usageError.ts";

/** The one curve that is converted, and what is said of the others. */
export interface Choice {
  readonly curve: Curve;
  readonly notes: readonly string[];
}

/** Chooses the curve that the flags name: of the learning rate and the first group, where they do not say. */
export function choose(curves: readonly Curve[], { only, group }: FlagValues): Choice {
  const keys = [...new Set(curves.map(({ key }) => key))];
  const key = (only as string | undefined) ?? (keys.includes("lr") || keys.length > 1 ? "lr" : (keys[0] as string));
  if (!keys.includes(key)) {
    throw new UsageError(only === undefined ? `say with --only which of ${keys.join(", ")}` : noSuch(key, keys));
  }
  const own = curves.filter((curve) => curve.key === key);
  const place = group === undefined ? 0 : numberOf("--group", group);
  const curve = own[place];
  const groups = own.length === 1 ? "is the group 0 alone" : `are the groups 0 to ${own.length - 1}`;
  if (!curve) throw new UsageError(`--group ${group}: there ${groups}`);
  const others = keys.filter((one) => one !== key);
  const notes = [
    ...(own.length > 1 ? [`this is param group ${place} of ${own.length}${bases(own)}: --group converts another`] : []),
    ...(others.length > 0 ? [`left out: ${others.join(", ")}; --only converts another`] : []),
  ];
  return { curve, notes };
}

function noSuch(key: string, keys: readonly string[]): string {
  return `--only ${key}: there ${keys.length > 1 ? "are" : "is"} ${keys.join(", ")}`;
}

/** The groups' base rates, where they differ. */
function bases(curves: readonly Curve[]): string {
  const all = curves.map(({ run }) => run.base);
  return new Set(all).size > 1 ? `, whose base rates are ${all.join(", ")}` : "";
}
