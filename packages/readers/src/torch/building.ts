import type { Context } from "../context.ts";
import { Call, isList, type Value } from "../value.ts";
import { classes } from "./classes.ts";
import { readParamGroups } from "./optimizer/paramGroups.ts";
import type { Building } from "./scheduler.ts";

/** What a call's schedulers are read with: first of all its optimizer. */
export function buildingOf(call: Call, context: Context): Building {
  const groups = readParamGroups(optimizerOf(call), context);
  return { context, groups, classes, lambdas: new Map() };
}

/** The optimizer of a scheduler, or of the first of its parts that says one. */
function optimizerOf(call: Call, depth = 0): Value | undefined {
  const place = classes.get(call.name)?.optimizer ?? 0;
  const own = call.named.get("optimizer") ?? call.positional[place];
  if (own instanceof Call || depth > 8) return own;
  const inside = [...call.positional, ...call.named.values()].flatMap((value) => (isList(value) ? value : []));
  for (const part of inside) {
    const theirs = part instanceof Call && classes.has(part.name) ? optimizerOf(part, depth + 1) : undefined;
    if (theirs instanceof Call) return theirs;
  }
  return own;
}
