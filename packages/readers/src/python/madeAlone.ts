import { Unknown } from "../value.ts";
import { instantiate } from "./defineClass.ts";
import type { Evaluation } from "./evaluation.ts";
import { classField } from "./fieldOf.ts";
import { type Class, Defined, type Held, Instance } from "./held.ts";

/** Of some classes those of which the text makes nothing and that no other extends, each as it would be made: by parameters that are asked for. */
export function madeAlone(classes: readonly Class[], evaluation: Evaluation): readonly Instance[] {
  const bases = new Set(classes.map(({ base }) => base));
  return classes.filter((of) => of.made.length === 0 && !bases.has(of)).flatMap((of) => alone(of, evaluation) ?? []);
}

function alone(of: Class, evaluation: Evaluation): Instance | undefined {
  const begin = classField(of, "__init__");
  const [, ...taken] = (begin instanceof Defined && begin.parameters) || [];
  const open = taken.filter(({ fallback }) => fallback === undefined);
  const named = new Map<string, Held>(
    open.map(({ name, node }) => [name, new Unknown(name, evaluation.place(node), `a parameter of ${of.name}`)]),
  );
  return evaluation.quietly(() => {
    const one = instantiate(of, { positional: [], named, offsets: new Map(), complete: true }, of.node, evaluation);
    // What was assigned is taken back.
    return one instanceof Instance ? new Instance(of, undefined, one.made, new Map(one.fields)) : undefined;
  });
}
