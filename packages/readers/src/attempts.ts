import { PlanError } from "anneal";
import type { Document } from "./document.ts";
import { type Block, fencedBlocks } from "./notations/fencedBlocks.ts";
import { type NotationName, notations } from "./notations/notation.ts";
import { parsePython } from "./python/parsePython.ts";
import { hasStatements, pythonIn } from "./python/pythonIn.ts";
import { scheduleWords } from "./scheduleWords.ts";

/** One way to take a text. */
export interface Attempt {
  /** What an error calls it. */
  readonly title: string;
  /** Whether it can hardly be anything else, so that its errors are what there is to say. */
  readonly sure: boolean;
  /** Whether a text that is that has nothing to be said of it as anything else. */
  readonly alone?: boolean;
  /** A PlanError where the text is not that. */
  parse(): readonly Document[];
}

const ORDER = ["json", "toml", "flags", "yaml"] as const;

/** What a text may be, the likeliest first, so that what follows is looked at only where that is nothing: in a notation, when one is named, or by a look at it. */
export function* attempts(text: string, notation: NotationName | undefined): Generator<Attempt> {
  let code: string | undefined;
  const parse = (): readonly Document[] => {
    code ??= pythonIn(text);
    return [parsePython(code, scheduleWords())];
  };
  const python = { title: "Python", sure: notation === "python", parse };
  if (notation === "python") return yield python;
  if (notation !== undefined) return yield attempt(notation, text, true);
  const likely = ORDER.filter((name) => notations[name].looks(text)).map((name) =>
    attempt(name, text, name === "json"),
  );
  const data = /^\s*[{[]/.test(text) ? likely.splice(0, 1) : [];
  const blocks = fencedBlocks(text);
  // A page has its Python and its commands side by side.
  if (blocks.length > 0) {
    yield { title: "a page", sure: false, parse: () => pageDocuments(parse, blocks) };
    return yield* likely;
  }
  const tables = likely.findIndex(({ title, alone }) => alone && title === notations.toml.title);
  if (tables >= 0) data.push(...likely.splice(tables, 1));
  yield* data;
  code = pythonIn(text);
  if (!hasStatements(code)) {
    // YAML without a call has no Python to be looked for.
    const called = text.includes("(");
    for (const one of likely) yield one.title === notations.yaml.title ? { ...one, alone: !called } : one;
    return yield python;
  }
  // What can be nothing else is told what is wrong with it.
  yield { ...python, sure: data.length + likely.length === 0 };
  yield* likely;
}

function attempt(name: (typeof ORDER)[number], text: string, sure: boolean): Attempt {
  const { title, parse } = notations[name];
  const alone = name === "json" ? !text.includes('"cell') : name === "toml";
  return { title, sure, alone, parse: () => parse(text) };
}

/** What the blocks of a page may be; one that is nothing is passed over. */
function pageDocuments(python: Attempt["parse"], blocks: readonly Block[]): readonly Document[] {
  const parsers = [python];
  for (const block of blocks) {
    for (const name of ORDER) {
      if (notations[name].looks(block.text)) parsers.push(() => notations[name].parse(block.text, block.before));
    }
  }
  return parsers.flatMap((parse) => {
    try {
      return parse();
    } catch (error) {
      if (error instanceof PlanError) return [];
      throw error;
    }
  });
}
