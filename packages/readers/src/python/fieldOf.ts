import { describe } from "../parameter.ts";
import { isDictionary, Unknown, type Value } from "../value.ts";
import type { Evaluation } from "./evaluation.ts";
import { Class, Defined, Flags, type Held, Instance } from "./held.ts";
import type { Node } from "./node.ts";

/** A field of something that the text makes, or nothing where it is not known. */
export function fieldOf(object: Held, name: string, node: Node, evaluation: Evaluation): Held | undefined {
  if (object instanceof Class) return classField(object, name);
  if (object instanceof Flags) return flag(object, name, node, evaluation);
  // Dictionaries whose entries are fields as well are what configurations are kept in.
  if (isDictionary(object as never)) {
    const entry = (object as ReadonlyMap<string, Value>).get(name);
    return entry === undefined ? undefined : evaluation.callables.takenOut(entry);
  }
  if (!(object instanceof Instance)) return undefined;
  if (object.fields.has(name)) return object.fields.get(name);
  const own = object.flags && flag(object.flags, name, node, evaluation);
  if (own !== undefined) return own;
  const held = object.of && classField(object.of, name);
  if (!(held instanceof Defined)) return held;
  const [self] = held.parameters ?? held.variadic?.parameters ?? [];
  return self?.name === "self" ? bindTo(held, self.name, object) : held;
}

/** A function with one more of its arguments given. */
export function bindTo(defined: Defined, name: string, value: Held): Defined {
  const { parameters, body, node, scope } = defined;
  return new Defined(
    defined.name,
    parameters,
    body,
    node,
    scope,
    new Map([...defined.given, [name, value]]),
    defined.origin ?? defined,
  );
}

/** What a class or one that it extends has under a name. */
export function classField(of: Class, name: string): Held | undefined {
  let one: Class | undefined = of;
  for (let i = 0; one && i < 20; i++) {
    const found = one.scope.names.get(name);
    if (found !== undefined) return found;
    one = one.base;
  }
  return undefined;
}

/** What a command-line flag is: its default, which whoever runs the text may change. */
function flag(flags: Flags, name: string, node: Node, evaluation: Evaluation): Held | undefined {
  const known = flags.known.get(name);
  if (!known) return undefined;
  const { value, option } = known;
  const text = evaluation.text(node);
  if (value === undefined) return evaluation.unknown(node, `${option} of the command line`);
  const note = `${text} is the default ${describe(value)} of ${option}`;
  return new Unknown(text, evaluation.place(node), undefined, () => value, value instanceof Unknown ? undefined : note);
}
