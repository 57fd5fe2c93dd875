import { constant, PlanError, parsePlan, schedule } from "anneal";
import { noteAround } from "./around.ts";
import { asMade } from "./asMade.ts";
import { attempts } from "./attempts.ts";
import { checkOptions } from "./checkOptions.ts";
import { chosenOf, isOpen, openSection } from "./chosen.ts";
import { clocked } from "./clocked.ts";
import { configured } from "./configured.ts";
import { Context } from "./context.ts";
import type { Document } from "./document.ts";
import { Effort } from "./effort.ts";
import { shortName } from "./entry.ts";
import type { Framework, Section } from "./framework.ts";
import { first, frameworks, otherwise } from "./frameworks.ts";
import { fullNameOf } from "./fullNameOf.ts";
import { checkLength } from "./notations/limits.ts";
import { noteLater } from "./noteLater.ts";
import { entryOf, type OwnCalls, ownCalls, takenBy } from "./ownCalls.ts";
import type { Reading, ReadOptions, Values } from "./reading.ts";
import { refuseAll, type Tried } from "./refuseAll.ts";
import type { Call, Value } from "./value.ts";
import { withStrangers } from "./withStrangers.ts";

/** Every schedule of one framework in a document; a PlanError with every problem where none of them can be read. */
export function readAs(framework: Framework, document: Document, values: Values): readonly Reading[] {
  return readable(allOf(framework, document, values, new Effort()));
}

function allOf(framework: Framework, document: Document, values: Values, effort: Effort): readonly Reading[] {
  const { configuration } = framework;
  const sections = configuration?.recognises(document)
    ? configured(configuration, document)
    : alone(framework, document);
  return readSections(framework, sections, values, effort);
}

/** Its schedules in a Python text, whatever else is in that. */
function alone(framework: Framework, document: Document): readonly Section[] {
  const own = ownCalls([framework], document);
  return called(framework, document, own, takenBy(own, document));
}

function readSections(
  framework: Framework,
  sections: readonly Section[],
  values: Values,
  effort: Effort,
): readonly Reading[] {
  effort.begin(sections);
  return sections.map((section) => readSection(framework, section, new Context(values, effort)));
}

/** A bad schedule among good ones keeps its problems to itself. */
function readable(readings: readonly Reading[]): readonly Reading[] {
  const problems = readings.flatMap((reading) => reading.problems);
  if (problems.length > 0 && readings.every((reading) => reading.problems.length > 0)) throw new PlanError(problems);
  return readings;
}

/** The schedules that a Python text builds by calls: those that no other schedule takes as an argument. */
function called(
  framework: Framework,
  document: Document,
  own: OwnCalls,
  taken: ReadonlySet<Value>,
): readonly Section[] {
  const untaken = (own.get(framework) ?? [])
    .filter((call) => !taken.has(call))
    .map(
      (call: Call): Section => ({
        name: shortName(call.name),
        place: call.place,
        read(context) {
          framework.prepare?.(document, context);
          // What is to be known of the name that chooses it.
          if (call.chosen) chosenOf(call.chosen, context, call.place);
          const found = entryOf(framework, call)?.read(call, noteAround(document.calls, call, context));
          noteLater(call, framework.fields, context);
          const timed = found && clocked(found, call, document, context);
          return timed && (framework.trains?.(timed, document, context) ?? timed);
        },
      }),
    );
  const open = document.calls.filter((call) => !taken.has(call) && isOpen(call, framework));
  return [...untaken, ...open.map(openSection), ...(framework.together?.(document) ?? [])];
}

/** One schedule, or what is wrong with it. */
function readSection(framework: Framework, { name, place, read }: Section, context: Context): Reading {
  const found = asMade(read(context));
  // What is known to be wrong is told once.
  if (found && context.issues.length === 0) {
    const { program, run = {} } = found;
    const { effort } = context;
    for (const plan of Object.values(program).flat()) {
      if (!effort.isValid(plan)) context.build(shortName(name), place, () => parsePlan(plan));
    }
    // The schedules of a text often have the same run.
    const facts = JSON.stringify(run);
    if (!effort.runs.has(facts)) {
      const valid = context.build(shortName(name), place, () => schedule(constant({ value: 0 }), run));
      if (valid) effort.runs.add(facts);
    }
  }
  const { needs, notes, issues: problems } = context;
  const functions = { ...found?.functions, ...context.functions };
  const named = Object.keys(functions).length > 0 && { functions };
  const scheduled = problems.length > 0 ? {} : { ...found, ...named };
  return { framework: framework.name, name, ...(place && { place }), ...scheduled, needs, notes, problems };
}

/**
 * Every framework's schedules in a document: its configuration's, or what its calls build. A PlanError with every
 * problem where there are schedules and none of them can be read.
 */
export function readDocument(document: Document, options: ReadOptions): readonly Reading[] {
  return readable(readingsOf(document, options, new Effort()));
}

function readingsOf(document: Document, { from, values = {} }: ReadOptions, effort: Effort): readonly Reading[] {
  const chosen = from === undefined ? first : frameworks.filter(({ name }) => name === from);
  const found = readingsBy(chosen, document, values, effort);
  return from !== undefined || found.length > 0 ? found : readingsBy(otherwise, document, values, effort);
}

function readingsBy(
  chosen: readonly Framework[],
  document: Document,
  values: Values,
  effort: Effort,
): readonly Reading[] {
  // Only Python's text has anything besides a configuration.
  if (document.notation !== "python") {
    const own = chosen.find(({ configuration }) => configuration?.recognises(document));
    return own ? allOf(own, document, values, effort) : [];
  }
  // A text calls the same again and again.
  const names = new Map<string, string>();
  for (const call of document.calls) {
    const { name, imported } = (call.chosen && chosenOf(call.chosen, new Context(values, effort))) ?? {
      name: call.written,
      imported: call.imported,
    };
    const key = `${imported} ${name}`;
    const full = names.get(key) ?? fullNameOf({ name, imported }, chosen) ?? name;
    names.set(key, full);
    call.means(full);
  }
  const recognised = chosen.filter(({ configuration }) => configuration?.recognises(document)).slice(0, 1);
  const others = chosen.filter((framework) => !recognised.includes(framework));
  const own = ownCalls(chosen, document);
  const taken = takenBy(own, document);
  return [
    ...recognised.flatMap((framework) => allOf(framework, document, values, effort)),
    ...others.flatMap((framework) => readSections(framework, called(framework, document, own, taken), values, effort)),
  ];
}

/**
 * Reads the schedules in a text: Python source, a page or an article with Python in it, a configuration in JSON, YAML or
 * TOML, a command line or a shell script. How it is written and by which framework is recognised; nothing in it is run.
 *
 * - `text`: at most 8,000,000 characters; of Python, 2,000,000.
 * - `from`: the framework, by its name in `frameworks`. Default: it is recognised.
 * - `values`: what the text does not have, by the names under which a reading's `needs` ask for it. Default none.
 * - `notation`: `"python"`, `"json"`, `"yaml"`, `"toml"` or `"flags"`. Default: it is recognised.
 *
 * Each reading has a `program` of plans, or the `needs` or `problems` for which there is none: what is wrong with one
 * schedule hides no other. Throws a PlanError, with lines and columns, where nothing is found or all that is found is
 * wrong.
 *
 * @example
 * ```ts
 * import { format, type Plan, schedule } from "anneal";
 * import { read } from "anneal-readers";
 * const [reading] = read("fairseq-train data --lr 5e-4 --lr-scheduler inverse_sqrt --warmup-updates 4000");
 * const lr = schedule(reading?.program?.lr as Plan, reading?.run);
 * [2000, 4000, 16_000].map(lr).map(format); // => ["0.00025", "0.0005", "0.00025"]
 * ```
 */
export function read(text: string, options: ReadOptions = {}): readonly Reading[] {
  checkLength(text);
  checkOptions(options);
  const tried: Tried[] = [];
  const effort = new Effort();
  for (const attempt of attempts(text, options.notation)) {
    const { title, sure } = attempt;
    try {
      const documents = attempt.parse();
      tried.push({ title, sure, documents });
      const readings = readable(documents.flatMap((document) => readingsOf(document, options, effort)));
      if (readings.length > 0) return readings.map((reading) => withStrangers(reading, options.values, effort));
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      tried.push({ title, sure, error });
    }
    if (attempt.alone && tried.some((one) => "documents" in one && one.title === title)) break;
  }
  return refuseAll(text, tried, options.from);
}
