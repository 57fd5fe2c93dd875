import type { Say } from "./language.ts";

/**
 * English sentences and what they are in another language. In the English, `{}` is any value and `{#}` one without
 * blanks; in the other, `{0}` is the first of them as it is, and `{0*}` the first one in the other language, if it is a
 * phrase of the catalogue. A sentence that ends with a colon is also a label before others.
 */
export type Catalogue = Readonly<Record<string, string>>;

interface Template {
  /** What stands between the values. */
  readonly literals: readonly string[];
  /** Which values have no blanks. */
  readonly tokens: readonly boolean[];
  /** Texts and values by turns. */
  readonly parts: readonly (string | { readonly value: number; readonly phrase: boolean })[];
  /** How many characters have to be there. */
  readonly weight: number;
}

/** What a text becomes, and how many characters of it sentences of the catalogue say. */
interface Said {
  readonly text: string;
  readonly weight: number;
}

/** What stands between several sentences, and between several phrases. */
const LISTS = [
  ["; ", "；"],
  [", ", "、"],
] as const;

/** Longer lines are no messages; deeper phrases are left as they are. */
const [LONGEST, DEEPEST] = [20_000, 8] as const;

/** How many labels, such as a file's name, may stand before a sentence. */
const MOST_LABELS = 4;

/**
 * Says English texts by a catalogue, line by line: of several sentences that fit the most exact one. A text that is not
 * in it stays as it is, and a value is never changed. The time grows linearly with the text.
 */
export function translator(catalogue: Catalogue): Say {
  const exact = new Map<string, string>();
  const byStart = new Map<string, [english: string, other: string][]>();
  const read = new Map<string, readonly Template[]>();
  for (const [english, other] of Object.entries(catalogue)) {
    if (!/\{#?\}/.test(english)) {
      exact.set(english, other);
      continue;
    }
    const start = /^\{#?\}/.test(english) ? "" : english.charAt(0);
    const same = byStart.get(start);
    if (same) same.push([english, other]);
    else byStart.set(start, [[english, other]]);
  }

  return (text) => {
    const lines = text.split("\n");
    // What a caret below it points into is a line of the user's own.
    return lines.map((one, i) => (/^\s*\^$/.test(lines[i + 1] ?? "") ? one : line(one))).join("\n");
  };

  /** The sentences that begin with a letter, or with a value; most are never asked for. */
  function templates(start: string): readonly Template[] {
    const known = read.get(start) ?? (byStart.get(start) ?? []).map(([english, other]) => templateOf(english, other));
    read.set(start, known);
    return known;
  }

  function line(text: string): string {
    const core = text.trim();
    if (core === "" || text.length > LONGEST) return text;
    const start = text.indexOf(core);
    return text.slice(0, start) + (phrase(core, 0)?.text ?? core) + text.slice(start + core.length);
  }

  /** A sentence, also after labels; of several readings the one that leaves least as it is. */
  function phrase(text: string, depth: number): Said | undefined {
    let best = said(text, depth) ?? listed(text, depth);
    // Deeper ones are as the sentence around them takes them.
    if (depth > 0 && best) return best;
    let before: Said = { text: "", weight: 0 };
    let at = 0;
    for (let i = 0; i < MOST_LABELS; i++) {
      const end = text.indexOf(": ", at) + 2;
      if (end < 2) break;
      before = sum(before, label(text.slice(at, end - 1)), text.slice(at, end));
      const rest = text.slice(end);
      const whole = sum(before, said(rest, depth) ?? listed(rest, depth), rest);
      if (whole.weight > 0 && whole.weight >= (best?.weight ?? 0)) best = whole;
      if (depth > 0 && best) break;
      at = end;
    }
    return best;
  }

  /** What stands before a sentence with a colon, such as a file's name; most stays as it is. */
  function label(text: string): Said | undefined {
    const found = exact.has(text) || fitting(text)?.template.literals.at(-1)?.endsWith(":");
    return found ? said(text, DEEPEST) : undefined;
  }

  /** Several sentences or phrases after each other; words alone may be names. */
  function listed(text: string, depth: number): Said | undefined {
    for (const [sign, mark] of LISTS) {
      const parts = text.split(sign);
      if (parts.length < 2 || depth > DEEPEST) continue;
      const all = parts.map((one) => (one.includes(" ") ? said(one, depth + 1) : undefined));
      if (all.every((one) => one !== undefined)) {
        return { text: all.map((one) => one.text).join(mark), weight: all.reduce((most, one) => most + one.weight, 0) };
      }
    }
    return undefined;
  }

  function said(text: string, depth: number): Said | undefined {
    const whole = exact.get(text);
    if (whole !== undefined) return { text: whole, weight: text.length };
    const found = depth > DEEPEST ? undefined : fitting(text);
    if (!found) return undefined;
    const { template, values } = found;
    return template.parts.reduce<Said>(
      (done, part) => {
        if (typeof part === "string") return sum(done, { text: part, weight: 0 }, part);
        const value = values[part.value] as string;
        return sum(done, part.phrase ? phrase(value, depth + 1) : undefined, value);
      },
      { text: "", weight: template.weight },
    );
  }

  /** The most exact sentence that a text is. */
  function fitting(text: string): { readonly template: Template; readonly values: readonly string[] } | undefined {
    let best: { readonly template: Template; readonly values: readonly string[] } | undefined;
    for (const start of [text.charAt(0), ""]) {
      for (const template of templates(start)) {
        if (best && template.weight <= best.template.weight) continue;
        const values = match(template, text);
        if (values) best = { template, values };
      }
    }
    return best;
  }
}

/** A text with another after it, or with that as it is where it is not said. */
function sum(before: Said, after: Said | undefined, otherwise: string): Said {
  return { text: joined(before.text, after?.text ?? otherwise), weight: before.weight + (after?.weight ?? 0) };
}

function templateOf(english: string, other: string): Template {
  const literals = english.split(/\{#?\}/);
  const tokens = [...english.matchAll(/\{(#?)\}/g)].map(([, sign]) => sign === "#");
  const parts = other.split(/(\{\d+\*?\})/).filter(Boolean);
  return {
    literals,
    tokens,
    weight: literals.reduce((sum, { length }) => sum + length, 0),
    parts: parts.map((part) => {
      const [, value, phrase] = /^\{(\d+)(\*?)\}$/.exec(part) ?? [];
      return value === undefined ? part : { value: Number(value), phrase: phrase === "*" };
    }),
  };
}

/** The values of a text, each as short as can be; none where the text is another sentence. */
function match({ literals, tokens }: Template, text: string): readonly string[] | undefined {
  const [first = "", last = ""] = [literals[0], literals.at(-1)];
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last) || end < first.length) return undefined;
  const values: string[] = [];
  let at = first.length;
  for (let i = 1; i < literals.length; i++) {
    const literal = literals[i] as string;
    const next = i === literals.length - 1 ? end : text.indexOf(literal, at + 1);
    if (next <= at || next > end) return undefined;
    const value = text.slice(at, next);
    if (tokens[i - 1] && /\s/.test(value)) return undefined;
    values.push(value);
    at = next + literal.length;
  }
  return values;
}

/** A blank, after which Chinese begins; and Chinese, after which there may be one. */
const [BEGINS, ENDS] = [/^ ?[\p{Script=Han}（，。；：、]/u, /[\p{Script=Han}），。；：、] ?$/u] as const;

/** Two texts, without a blank between two characters of Chinese. */
function joined(before: string, after: string): string {
  return BEGINS.test(after) && ENDS.test(before) ? before.replace(/ $/, "") + after.replace(/^ /, "") : before + after;
}
