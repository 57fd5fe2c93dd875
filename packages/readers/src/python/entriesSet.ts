import type { Place, Unknown, Value } from "../value.ts";
import { asOperand } from "./asOperand.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Scope } from "./scope.ts";

/** An entry of an optimizer's group that is assigned. */
export const ENTRY: RegExp = /\[\s*(["'])lr\1\s*\]$/;

/** An entry of a group that is set, as it is written, and to what. */
export interface Entry {
  readonly entry: string;
  readonly value: Value;
  /** Why what comes before it is none that can be computed. */
  readonly because: string | undefined;
}

/** The groups' rates that some statements of the text set: they are run, and what they assign is taken back. */
export function entriesSet(
  text: string,
  assumed: Unknown[],
  evaluation: Evaluation,
  run: () => Scope,
): readonly Entry[] {
  const around = evaluation.assumed;
  evaluation.assumed = assumed;
  try {
    return evaluation.quietly(() => {
      const scope = run();
      return [...evaluation.assigned].flatMap(([entry, { because, node }]): Entry[] => {
        if (!ENTRY.test(entry) || !text.replace(/\s+/g, " ").includes(entry)) return [];
        const held = scope.find(entry);
        if (held === undefined) return [];
        return [{ entry, because, value: asOperand(evaluation.readers.value(held, node, evaluation)) }];
      });
    });
  } finally {
    evaluation.assumed = around;
  }
}

/** A loop over groups. */
const GROUP = /\bfor\s+(?:\w+\s*,\s*)?(\w+)\s+in\s[^\n]*param_groups/g;

/** The names that a text's loops give the groups of an optimizer. */
export function groupsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(GROUP)].map(([, name = ""]) => name));
}

/** Which targets of a text, as they are written, are rates of an optimizer's groups. */
export function groupRates(text: string): (target: string) => boolean {
  const groups = groupsIn(text);
  return (target) => {
    return ENTRY.test(target) && (/\bparam_groups\s*\[/.test(target) || groups.has(/^\w+/.exec(target)?.[0] ?? ""));
  };
}

/** Where the groups' rates are set by what was run so far. */
export function ratesSetIn(evaluation: Evaluation): readonly Place[] {
  const isRate = groupRates(evaluation.source);
  const own = [...evaluation.assigned].filter(([entry]) => isRate(entry));
  return own.map(([, { node }]) => evaluation.place(node));
}

/** What entries are set to as functions: one for all groups, or one for each by their numbers. */
export function inGroups(
  entries: readonly Entry[],
  make: (value: Value) => Value,
  otherwise: () => Value,
): readonly Value[] {
  const each = entries.map(({ entry, value }) => ({
    group: Number(/\.param_groups\[(\d+)\]/.exec(entry)?.[1] ?? Number.NaN),
    value,
  }));
  const inOrder = each.sort((a, b) => a.group - b.group);
  const byNumber = inOrder.length > 0 && inOrder.every(({ group }, i) => group === i);
  if (byNumber || each.length === 1) return inOrder.map(({ value }) => make(value));
  return each.length === 0 ? [] : [otherwise()];
}
