import type { Context } from "./context.ts";
import { shortName } from "./entry.ts";
import type { Framework, Section } from "./framework.ts";
import { fullNameOf, type Written } from "./fullNameOf.ts";
import { entryOf } from "./ownCalls.ts";
import { describe, describeNear } from "./parameter.ts";
import type { Call, Place, Value } from "./value.ts";

/** What a call calls, where a name chooses it that the text may not have: an entry of a dictionary, or of a module. */
export interface Chosen {
  /** As it is written, such as `SCHEDULERS[args.name]`. */
  readonly text: string;
  readonly key: Value;
  /** What there is to choose from, by the keys, or the module whose own names they are. */
  readonly from: ReadonlyMap<string, Written> | Written;
}

/** The name of what is chosen, as far as the key is known; a key that chooses nothing is a problem. */
export function chosenOf({ text, key, from }: Chosen, context: Context, place?: Place): Written | undefined {
  const known = context.known(key, ({ name, place: own }) => {
    const why = isModule(from)
      ? `which of its entries ${text} is, by its name in ${from.name}`
      : `which of its entries ${text} is: ${[...from.keys()].join(", ")}`;
    context.need(name, why, own ?? place);
  });
  if (known === undefined) return undefined;
  if (isModule(from)) {
    if (typeof known === "string") return { name: `${from.name}.${known}`, imported: from.imported };
    context.problem(text, "the name of a class", describe(known), place);
    return undefined;
  }
  const found = typeof known === "object" ? undefined : from.get(String(known));
  if (!found)
    context.problem(text, `one of ${[...from.keys()].join(", ")}`, describeNear(known, [...from.keys()]), place);
  return found;
}

function isModule(from: Chosen["from"]): from is Written {
  return "name" in from;
}

/** Whether a call may be one of a framework's, whose name is not known or is none that is read. */
export function isOpen(call: Call, framework: Framework): boolean {
  return call.chosen !== undefined && mayBeOf(framework, call.chosen) && entryOf(framework, call) === undefined;
}

/** What is asked for of such a call, or what is wrong with it. */
export function openSection({ chosen, place }: Call): Section {
  const { text } = chosen as Chosen;
  return {
    name: text,
    place,
    read(context) {
      const found = chosenOf(chosen as Chosen, context, place);
      if (found) context.problem(text, "a schedule that can be read", JSON.stringify(found.name.slice(0, 60)), place);
      return undefined;
    },
  };
}

/** Whether one of the things that are chosen from is a framework's. */
function mayBeOf(framework: Framework, { from }: Chosen): boolean {
  if (!isModule(from)) return [...from.values()].some((one) => fullNameOf(one, [framework]) !== undefined);
  return Object.keys(framework.entries).some((one) => one === `${from.name}.${shortName(one)}`);
}
