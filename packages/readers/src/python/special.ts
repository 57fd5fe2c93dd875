import { shortName } from "../entry.ts";
import { pythonFloat } from "../notations/pythonNumber.ts";
import { describe } from "../parameter.ts";
import { isDictionary, isList, Unknown, type Value } from "../value.ts";
import { type Arguments, asValues } from "./arguments.ts";
import { asOperand } from "./asOperand.ts";
import type { Evaluation } from "./evaluation.ts";
import { follow } from "./follow.ts";
import { Choice, Defined, type Flag, Flags, type Held, Instance, Named } from "./held.ts";
import { isInstance } from "./isInstance.ts";
import type { Node } from "./node.ts";

/** What makes a dictionary, or something whose fields are its named arguments. */
const DICTIONARIES: ReadonlySet<string> = new Set(
  "dict OrderedDict EasyDict edict Namespace SimpleNamespace ConfigDict AttrDict Munch Config.fromdict OmegaConf.create".split(
    " ",
  ),
);

/** Calls that mean something to the reading of a text, or nothing where this is none of them. */
export function special(path: string, given: Arguments, node: Node, evaluation: Evaluation): Held | undefined {
  const name = shortName(path);
  if (name === "ArgumentParser") return new Flags();
  if (name === "HfArgumentParser") return undefined;
  if (name.startsWith("DEFINE_") && /(^|\.)flags\.DEFINE_\w+$/.test(path)) return defineFlag(given, node, evaluation);
  if (name === "partial") return partial(given);
  if (ENVIRONMENT.test(path)) return fromEnvironment(given, node, evaluation);
  if (FIELDS.test(path)) return fieldDefault(given, node, evaluation);
  // It changes nothing.
  if (path === "print") return null;
  if (COPIES.test(path)) return copyOf(given);
  if (path === "isinstance") return isInstance(given);
  if (path === "getattr") return attribute(given, node, evaluation);
  if (CASTS.test(path)) return inFloats(given);
  if (CONSTANTS.test(path)) return constantOf(given);
  if (name === "get_value" && OPTIMIZERS_RATE.test(evaluation.text(node))) {
    evaluation.because ??= "the optimizer's rate, which is what the epoch before left";
  }
  if (name === "vars" && given.positional.length === 1) return given.positional[0];
  const own = path.slice(path.lastIndexOf(".", path.length - name.length - 2) + 1);
  if (DICTIONARIES.has(name) || DICTIONARIES.has(own)) return dictionary(given, node, evaluation);
  return undefined;
}

const ENVIRONMENT = /^os\.(?:environ\.get|getenv)$/;

/** A variable of the environment: its default, which whoever runs the text may change. */
function fromEnvironment({ positional: [name, value], named }: Arguments, node: Node, evaluation: Evaluation) {
  const otherwise = value ?? named.get("default");
  if (typeof name !== "string" || (typeof otherwise !== "number" && typeof otherwise !== "string")) return undefined;
  const text = evaluation.text(node);
  const note = `${text} is the default ${describe(otherwise)} of ${name}`;
  return new Unknown(text, evaluation.place(node), undefined, () => otherwise, note);
}

const FIELDS = /^(?:dataclasses\.field|pydantic\.Field|attrs?\.(?:field|ib))$/;

/** What a field of a data class is by default. */
function fieldDefault({ positional, named }: Arguments, node: Node, evaluation: Evaluation): Held | undefined {
  const make = named.get("default_factory") ?? named.get("factory");
  const none = { positional: [], named: new Map<string, Held>(), offsets: new Map<number, number>(), complete: true };
  if (make instanceof Defined) return follow(make, none, node, evaluation);
  if (make instanceof Named) return make.path === "list" ? [] : make.path === "dict" ? new Map() : undefined;
  return named.get("default") ?? positional[0];
}

/** `flags.FLAGS`, which is the same for all of a text. */
export function abseil(path: string, evaluation: Evaluation): Instance | undefined {
  return /(^|\.)flags\.FLAGS$/.test(path) ? new Instance(undefined, evaluation.flags) : undefined;
}

/** What makes numbers with a fraction of what it is given; numbers here are nothing else. */
const CASTS = /^(?:jnp|jax\.numpy|np|numpy|tf|tensorflow|keras\.ops)\.(?:asarray|cast)$/;

/** The rate that a Keras optimizer has by now. */
const OPTIMIZERS_RATE = /optimizer\.(?:lr|learning_rate)\)$/;

/** What makes a constant of a number, whatever its type is. */
const CONSTANTS = /^(?:tf|tensorflow)\.(?:constant|convert_to_tensor)$|^keras\.ops\.convert_to_tensor$/;

function constantOf({ positional: [value, ...types] }: Arguments): Held | undefined {
  return types.length > 1 || Array.isArray(value) ? undefined : value;
}

function inFloats({ positional: [value, second, ...more], named }: Arguments): Held | undefined {
  const type = second ?? named.get("dtype");
  const word = type instanceof Named ? type.path : type;
  const isFloat = typeof word === "string" && /(?:^|\.)float(?:32|64)?$/.test(word);
  const isAlone = more.length === 0 && named.size === (second === undefined ? 1 : 0);
  return isFloat && isAlone && !Array.isArray(value) ? value : undefined;
}

function dictionary(given: Arguments, node: Node, evaluation: Evaluation): Held | undefined {
  const { positional, named } = asValues(given, node, evaluation);
  const [first] = positional;
  if (positional.length > 1 || (first !== undefined && !isDictionary(first))) return undefined;
  const entries = new Map<string, Value>([...(first ?? []), ...named]);
  for (const key of named.keys()) evaluation.places.set(entries, key, given.offsets.get(key) ?? node.from);
  return entries;
}

/** What gives another thing of the same. */
const COPIES = /^copy\.(?:deep)?copy$/;

function copyOf({ positional: [value, ...more] }: Arguments): Held | undefined {
  if (more.length > 0 || value === undefined) return undefined;
  if (isDictionary(value as Value)) return new Map(value as ReadonlyMap<string, Value>);
  return isList(value as Value) || typeof value !== "object" ? value : undefined;
}

/** `getattr(torch.optim.lr_scheduler, "StepLR")`: the name that it is written out, or a choice by what is not known. */
function attribute(
  { positional: [object, name, ...more], named }: Arguments,
  node: Node,
  evaluation: Evaluation,
): Held | undefined {
  if (!(object instanceof Named) || name === undefined || more.length + named.size > 0) return undefined;
  if (typeof name === "string") {
    return /^[A-Za-z_]\w*$/.test(name) ? new Named(`${object.path}.${name}`, object.imported) : undefined;
  }
  const key = asOperand(evaluation.readers.value(name, node, evaluation));
  if (!object.imported || !(key instanceof Unknown)) return undefined;
  const text = evaluation.text(node);
  const from = { name: object.path, imported: true };
  return new Choice({ text, key, from }, evaluation.unknown(node, undefined, key));
}

function partial({ positional: [first, ...rest], named }: Arguments): Held | undefined {
  if (!(first instanceof Defined)) return undefined;
  const { name, parameters = [], body, node, scope } = first;
  const bound = new Map([...first.given, ...named]);
  for (const [i, value] of rest.entries()) {
    const taken = parameters[i];
    if (!taken) return undefined;
    bound.set(taken.name, value);
  }
  return new Defined(name, first.parameters, body, node, scope, bound, first.origin ?? first);
}

function defineFlag(given: Arguments, node: Node, evaluation: Evaluation): Held | undefined {
  const { positional, named } = asValues(given, node, evaluation);
  const name = positional[0] ?? named.get("name");
  if (typeof name !== "string") return undefined;
  const value = positional.length > 1 ? positional[1] : named.get("default");
  evaluation.flags.known.set(name, { option: `--${name}`, value });
  return null;
}

/** What `add_argument` tells a parser. */
export function addArgument(flags: Flags, given: Arguments, node: Node, evaluation: Evaluation): void {
  const { positional, named } = asValues(given, node, evaluation);
  const options = positional.filter((one) => typeof one === "string");
  const option = options.find((one) => one.startsWith("--")) ?? options[0];
  if (option === undefined) return;
  const target = named.get("dest");
  const field = typeof target === "string" ? target : option.replace(/^-+/, "").replaceAll("-", "_");
  const type = given.named.get("type");
  flags.known.set(field, {
    option,
    value: defaultOf(named, type),
    names: options,
    many: /^[+*\d]/.test(String(named.get("nargs") ?? "")),
    ...textAs("action", given.named.get("action")),
    ...textAs("type", type),
  } satisfies Flag);
}

function textAs(key: "action" | "type", held: Held | undefined): { readonly [key: string]: string } {
  if (held === undefined) return {};
  return { [key]: typeof held === "string" ? held : held instanceof Named ? held.path : "a function" };
}

function defaultOf(named: ReadonlyMap<string, Value>, type: Held | undefined): Value | undefined {
  const action = named.get("action");
  const value = named.get("default");
  if (value === undefined) return action === "store_true" ? false : action === "store_false" ? true : undefined;
  const numeric = type instanceof Named && /^(int|float)$/.test(type.path);
  return numeric && typeof value === "string" ? (pythonFloat(value) ?? value) : value;
}
