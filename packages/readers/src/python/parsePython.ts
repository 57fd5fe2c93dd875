import type { Document } from "../document.ts";
import { Places } from "../notations/places.ts";
import { refuse } from "../refuse.ts";
import type { Value } from "../value.ts";
import { asValue } from "./asValue.ts";
import { checkBrackets } from "./checkBrackets.ts";
import { classSetters } from "./classSetters.ts";
import { ratesSetIn } from "./entriesSet.ts";
import { evaluate } from "./evaluate.ts";
import { Evaluation } from "./evaluation.ts";
import { readAlone } from "./follow.ts";
import { Choice, Class, Defined, Flags, Instance, Named, OneOf } from "./held.ts";
import { Journal } from "./journal.ts";
import { manage, ownStep } from "./manage.ts";
import { type Node, parse } from "./node.ts";
import { notebookSource } from "./notebook.ts";
import { ownRates, unmadeRates } from "./ownRates.ts";
import { ownSchedulers, unmadeSchedulers } from "./ownSchedulers.ts";
import { pythonIn } from "./pythonIn.ts";
import { rateSetters } from "./rateSetters.ts";
import { type Relevant, relevant } from "./relevant.ts";
import { run } from "./statements.ts";

/** The longest Python text that is read, in UTF-16 code units. */
const LONGEST = 2_000_000;

/**
 * Reads a Python text, or the Python in a page or a notebook, without running it: what its variables hold at its end, and its calls with what their arguments
 * are, as far as the text says so. What it does not say is unknown, and remembers what it is computed from.
 *
 * A PlanError, with its line and column, for what is no Python at all, and for more than 2,000,000 characters, 300,000
 * brackets, 200 of them open at once, or 40,000 calls.
 *
 * - `words`: what is in those parts of a long text that are looked for, and that with what they depend on are read alone.
 *   Default: all is read.
 */
export function parsePython(text: string, words?: RegExp): Document {
  if (text.length > LONGEST) refuse(undefined, `at most ${LONGEST} characters of Python`, String(text.length));
  // Windows' files begin with a mark, and their lines end in two characters.
  const whole = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const lines = new Places(whole);
  checkBrackets(whole, lines);
  checkErrors(whole, lines);
  const { source, left, tree } = codeOf(whole, words);
  const places = new Places(source, left);
  refuseOther(tree, source, places);
  const readers = { evaluate, run, value: asValue };
  const evaluation = new Evaluation(source, places, new Journal(), callCounts(tree, source), readers);
  const { module, calls, surroundings } = evaluation;
  module.names.set("__name__", "__main__");
  evaluation.run(tree.children, module);
  const ratesSet = ratesSetIn(evaluation);
  for (let i = 0; i < evaluation.functions.length; i++) {
    const { defined, self } = evaluation.functions[i] as (typeof evaluation.functions)[number];
    if (defined.followed) continue;
    const given = readAlone(defined, self, evaluation);
    if (self && defined.name === "configure_optimizers") manage(given, surroundings.managed, ownStep(self, evaluation));
  }
  const data = dataOf(evaluation, places);
  const functions = () => functionsOf(evaluation);
  const setters = () => [...rateSetters(evaluation), ...classSetters(evaluation)];
  let made: ReturnType<typeof ownSchedulers> | undefined;
  const own = () => {
    made ??= ownSchedulers(evaluation);
    return made;
  };
  return {
    notation: "python",
    data,
    place: (path) => places.find(data, path),
    calls,
    steps: surroundings.steps,
    stepsByUpdate: surroundings.stepsByUpdate,
    updates: surroundings.updates,
    counted: surroundings.counted,
    looped: surroundings.looped,
    outermost: surroundings.outermost,
    managed: surroundings.managed,
    prepared: surroundings.prepared,
    overriding: overridingOf(evaluation),
    functions,
    setters,
    ratesSet,
    own,
    ownRates: () => ownRates(evaluation),
    unmade: () => ({ schedulers: unmadeSchedulers(evaluation), rates: unmadeRates(evaluation) }),
  };
}

/** The methods that call neither `super()` nor another method that makes schedulers. */
function overridingOf(evaluation: Evaluation): NonNullable<Document["overriding"]> {
  const { functions, source, places } = evaluation;
  const own = functions.filter(({ defined: { body }, self }) => {
    return self && !/\b(?:super|create_scheduler)\s*\(/.test(source.slice(body.from, body.to));
  });
  return new Map(
    own.map(({ defined: { name, node } }) => {
      return [name, { place: places.at(node.from), lastLine: places.at(node.to).line }];
    }),
  );
}

/** What the functions of one argument compute. */
function functionsOf(evaluation: Evaluation): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const [name, held] of evaluation.module.names) {
    const needed = held instanceof Defined && held.parameters?.filter(({ fallback }) => fallback === undefined);
    if (needed && needed.length === 1) found.set(name, asValue(held, held.node, evaluation));
  }
  return found;
}

/** How much of a long text is looked at before all of it is parsed, and how often; how many errors are too many there. */
const [SAMPLE, SAMPLES, MOST_ERRORS] = [10_000, 4, 250];
/** The shortest text of which samples are looked at. */
const SHORTEST = 160_000;

/** Refuses a long text with errors everywhere, which would take many times as long to parse as Python does. */
function checkErrors(text: string, places: Places): void {
  if (text.length < SHORTEST) return;
  // One of them may be in a long text in quotes.
  let bad = 0;
  for (let i = 0; i < SAMPLES; i++) {
    const from = text.indexOf("\n", Math.floor((text.length * i) / SAMPLES)) + 1;
    const sample = text.slice(from, from + SAMPLE);
    const { errors } = parse(sample);
    // The middle of a table is none of Python's statements.
    if (errors <= MOST_ERRORS || parse(`{${sample}}`).errors <= MOST_ERRORS) continue;
    if (++bad > SAMPLES / 2) refuse(places.at(from), "Python", `${errors} errors in ${SAMPLE} characters`);
  }
}

/** The text or what of it is code: a page's, where that has fewer errors than the page, or a notebook's. */
function codeOf(text: string, words: RegExp | undefined): Relevant & { readonly tree: Node } {
  const shorten = (long: string): Relevant => (words ? relevant(long, words) : { source: long, left: [] });
  const notebook = notebookSource(text);
  const shortened = shorten(notebook ?? text);
  const { root, errors } = parse(shortened.source);
  const page = errors > 0 && notebook === undefined ? pythonIn(text) : text;
  const code = page === text || page.trim() === "" ? undefined : shorten(page);
  const inPage = code && parse(code.source);
  return code && inPage && inPage.errors < errors ? { ...code, tree: inPage.root } : { ...shortened, tree: root };
}

/** The variables that hold data at the end. */
function dataOf({ module, offsets }: Evaluation, places: Places): Value {
  const data = new Map<string, Value>();
  for (const [name, held] of module.names) {
    if (held instanceof Named || held instanceof Class || held instanceof Defined) continue;
    if (
      held instanceof OneOf ||
      held instanceof Choice ||
      held instanceof Instance ||
      held instanceof Flags ||
      name === "__name__"
    )
      continue;
    data.set(name, held);
    places.set(data, name, offsets.get(name) ?? 0);
  }
  return data;
}

/** How often each name is called. */
function callCounts(tree: Node, source: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const left: Node[] = [tree];
  for (let node = left.pop(); node; node = left.pop()) {
    const [callee] = node.children;
    if (node.name === "CallExpression" && callee) {
      const last = callee.name === "MemberExpression" ? callee.children[2] : callee;
      const name = last ? source.slice(last.from, Math.min(last.to, last.from + 100)) : "";
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const child of node.children) left.push(child);
  }
  return counts;
}

/** Refuses what has errors and nothing that only Python has. */
function refuseOther(tree: Node, source: string, places: Places): void {
  const left: Node[] = [tree];
  let error: Node | undefined;
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.name === "⚠") error ??= node;
    if (!node.broken && /^(Assign|Import|Return)Statement$|Definition$|^CallExpression$/.test(node.name)) return;
    for (let i = node.children.length - 1; i >= 0; i--) left.push(node.children[i] as Node);
  }
  if (!error) return;
  const line = source
    .slice(error.from, error.from + 40)
    .split("\n")[0]
    ?.trim();
  refuse(places.at(error.from), "Python", JSON.stringify(line || "the end of the text"));
}
