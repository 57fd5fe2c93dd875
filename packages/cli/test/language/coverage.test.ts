import { readdirSync } from "node:fs";
import { rules } from "anneal/check";
import { describe, expect, it } from "vitest";
import { about } from "../../src/about.ts";
import { READING } from "../../src/commands/check/report.ts";
import { commands } from "../../src/commands.ts";
import { languageFlag } from "../../src/language/language.ts";
import { translator } from "../../src/language/translator.ts";
import { catalogue } from "../../src/language/zh/catalogue.ts";
import { type Message, messagesIn } from "./messages.ts";

const say = translator(catalogue);

/** Where what the command says comes from; the library's other rooms are never called by it. */
const ROOMS = [
  ...["audit", "check", "controllers", "interop", "kinds", "recipes", "resume"].map((room) => `anneal/src/${room}`),
  ...["readers/src", "cli/src"],
];

/** What is no message: printed code, completions of shells, the catalogue itself, and what the command never calls. */
const ELSEWHERE =
  /interop\/print\/|cli\/src\/language\/|completion\/(?:bash|zsh|fish|words)\.ts|controllers\/decision\.ts|interop\/formulas\.ts|interop\/checkOptions\.ts|formats\/(?:sarif|json|gitHub)\.ts/;
const CODE =
  /^(?:anneal \w|import |from |def |class |return |lambda |const |export |source <|# |"""|\/\*\*|, \{ |type dict |format level|append extend|zcat |max_steps num_train|Wall time)/;

/** Sentences whose values are words, with what these are. */
const WORDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "the rate of the first ⟦0⟧ is 0: it changes nothing": [["update"], ["epoch"]],
  "values ⟦0⟧ ⟦1⟧s apart, and the last one, for there are too many to write them all": [
    ["⟦0⟧", "step"],
    ["⟦0⟧", "epoch"],
  ],
  "⟦0⟧ at ⟦1⟧ ⟦2⟧": [
    ["⟦0⟧", "step", "⟦2⟧"],
    ["⟦0⟧", "epoch", "⟦2⟧"],
  ],
  "⟦0⟧, mean ⟦1⟧ (of every ⟦2⟧ ⟦3⟧s)": [
    ["⟦0⟧", "⟦1⟧", "⟦2⟧", "step"],
    ["⟦0⟧", "⟦1⟧", "⟦2⟧", "epoch"],
  ],
  "⟦0⟧ ⟦1⟧ and ⟦2⟧": ["base", "steps", "stepsPerEpoch", "samplesPerStep", "tokensPerStep"].map((fact) => [
    fact,
    "⟦1⟧",
    "⟦2⟧",
  ]),
  "the log has no step: its rows are counted from 0, each one ⟦0⟧": [["update"], ["epoch"]],
  "⟦0⟧ ⟦1⟧ is taken from the log's ⟦2⟧": [["--steps"]],
  "say --steps-per-epoch: the log counts ⟦0⟧, and the plan ⟦1⟧": [
    ["updates", "epochs"],
    ["epochs", "updates"],
  ],
  ...Object.fromEntries(
    [
      "the schedule went ⟦0⟧ steps with each ⟦1⟧",
      "the schedule went ⟦0⟧ steps with each ⟦1⟧, as many as it has micro-batches",
      "the schedule went ⟦0⟧ steps with each ⟦1⟧, as many as there are processes",
      "the schedule went ⟦0⟧ steps with each ⟦1⟧, as many as processes times micro-batches",
      "the schedule went ⟦0⟧ steps with each ⟦1⟧, twice as many as processes",
      "the schedule went ⟦0⟧ steps with each ⟦1⟧, twice as many as micro-batches",
    ].map((text) => [
      text,
      [
        ["⟦0⟧", "update"],
        ["⟦0⟧", "epoch"],
      ],
    ]),
  ),
  "⟦0⟧ with ⟦1⟧": [["YAML", "⟦1⟧"]],
  "⟦0⟧ with ⟦1⟧ and ⟦2⟧ more": [["YAML", "⟦1⟧", "⟦2⟧"]],
  "⟦0⟧ with ⟦1⟧, with calls of none of theirs": [["YAML", "⟦1⟧"]],
  "⟦0⟧ with ⟦1⟧ and ⟦2⟧ more, with calls of none of theirs": [["YAML", "⟦1⟧", "⟦2⟧"]],
  "⟦0⟧ with calls of none of theirs": [["Python"]],
  "the schedule went two steps with each ⟦0⟧": [["update"], ["epoch"]],
  "the schedule ⟦0⟧ ⟦1⟧ instead of the plan's ⟦2⟧": [["was made for", "⟦1⟧", "⟦2⟧"]],
  "step() is called once in ⟦0⟧ ⟦1⟧s, for the first time after ⟦2⟧": [
    ["⟦0⟧", "update", "⟦2⟧"],
    ["⟦0⟧", "epoch", "⟦2⟧"],
  ],
  "step() is called once in ⟦0⟧ ⟦1⟧s": [
    ["⟦0⟧", "update"],
    ["⟦0⟧", "epoch"],
  ],
  ...Object.fromEntries(
    ["updates", "epochs"].map((unit) => [
      `Lightning steps it once in ⟦0⟧ ${unit}, and the schedule counts in ⟦1⟧s`,
      [
        ["⟦0⟧", "update"],
        ["⟦0⟧", "epoch"],
      ],
    ]),
  ),
  "Lightning steps it once an update, and the schedule counts in ⟦0⟧s": [["epoch"]],
  "Lightning steps it once an epoch, and the schedule counts in ⟦0⟧s": [["update"]],
  "step() is called once an ⟦0⟧": [["update"], ["epoch"]],
  "step() is called once an ⟦0⟧, for the first time after ⟦1⟧": [
    ["update", "⟦1⟧"],
    ["epoch", "⟦1⟧"],
  ],
  "step() is called ⟦0⟧ times an ⟦1⟧": [
    ["⟦0⟧", "update"],
    ["⟦0⟧", "epoch"],
  ],
  "step() is called once an ⟦0⟧, and once before the first update: every rate is an ⟦1⟧ early": [
    ["update", "update"],
    ["epoch", "epoch"],
  ],
  "step() is called once an ⟦0⟧, and ⟦1⟧ times before the first update: every rate is ⟦2⟧ ⟦3⟧s early": [
    ["update", "⟦1⟧", "⟦2⟧", "update"],
    ["epoch", "⟦1⟧", "⟦2⟧", "epoch"],
  ],
  ...Object.fromEntries(
    ["more ⟦0⟧s than are done: every rate is an ⟦1⟧ early", "fewer ⟦0⟧s than are done: every rate is an ⟦1⟧ late"].map(
      (text) => [
        `step(…) is told ${text}`,
        [
          ["update", "update"],
          ["epoch", "epoch"],
        ],
      ],
    ),
  ),
  ...Object.fromEntries(
    [
      "more ⟦0⟧s than are done: every rate is ⟦1⟧ ⟦2⟧s early",
      "fewer ⟦0⟧s than are done: every rate is ⟦1⟧ ⟦2⟧s late",
    ].map((text) => [
      `step(…) is told ${text}`,
      [
        ["update", "⟦1⟧", "update"],
        ["epoch", "⟦1⟧", "epoch"],
      ],
    ]),
  ),
  "step() is called once an ⟦0⟧, and the schedule counts in ⟦1⟧s": [
    ["update", "epoch"],
    ["epoch", "update"],
  ],
  "⟦0⟧ in ⟦1⟧": [
    ["⟦0⟧", "1 schedule"],
    ["⟦0⟧", "2 schedules"],
  ],
  "no findings in ⟦0⟧": [["1 schedule"], ["2 schedules"]],
  "without --steps most rules are silent on ⟦0⟧ of them": [["1 schedule"], ["2 schedules"]],
};

/** Pieces that only stand in sentences which are asked for whole, words that never meet, and texts that are data. */
const PIECES = new Set([
  "; did you mean ⟦0⟧?",
  "; see anneal ⟦0⟧ --help",
  ", and ⟦0⟧",
  ", which leaves the rates to the optimizer",
  ", ⟦0⟧ by default",
  ", whose base rates are ⟦0⟧",
  "⟦0⟧ and ⟦1⟧",
  "function ⟦0⟧",
  "is not",
  "not in",
  "mode of",
  "it is changed by .()",
  "the source",
  "both sources",
  "learning rate",
  "⟦0⟧expected ⟦1⟧, received ⟦2⟧",
  "anneal: ⟦0⟧",
  "⟦0⟧ row ⟦1⟧",
  "⟦0⟧ rows ⟦1⟧",
  "without a rate",
  "of steps that were logged again later",
  "one rate",
  "was made for",
  "a schedule as",
  "is that of",
  "up to ⟦0⟧ ⟦1⟧",
  "up to ⟦0⟧ on ⟦1⟧",
  "⟦0⟧: last_epoch",
  "⟦0⟧, with calls of none of theirs",
  'the "rest" of the run',
  "the rest of the run",
  "⟦0⟧ Exit codes: ⟦1⟧.",
  "the change at ⟦0⟧ are never reached: the run has ⟦1⟧",
  "⟦0⟧ changes at ⟦1⟧ is never reached: the run has ⟦2⟧",
  "⟦0⟧ with ⟦1⟧ and ⟦2⟧ more with calls of none of theirs",
  "⟦0⟧ with ⟦1⟧ with calls of none of theirs",
]);

/** Whether a text is said in Chinese, with every value of it and without a clause of English. */
function isSaid(text: string): boolean {
  const said = say(text);
  const values = text.match(/⟦\d+⟧/g) ?? [];
  const rest = said.replaceAll(/"[^"]*"|'[^']*'|\{[^}]*\}|`[^`]*`/g, "");
  return /\p{Script=Han}/u.test(said) && values.every((value) => said.includes(value)) && !CLAUSE.test(rest);
}

/** Three words of English in a row. */
const CLAUSE = /(?<![\w.-])[a-z]+ [a-z]+ [a-z]+(?![\w.-])/;

/** The forms of a message that have no word for a value. */
function formsOf({ text }: Message): readonly string[] {
  return (WORDS[text] ?? [undefined]).map((words) => {
    return words ? text.replaceAll(/⟦(\d+)⟧/g, (_, n: string) => words[Number(n)] ?? `⟦${n}⟧`) : text;
  });
}

const messages = messagesIn(ROOMS).filter(({ text, place }) => {
  return !ELSEWHERE.test(place) && !CODE.test(text) && !PIECES.has(text);
});
const missing = messages.filter((message) => !formsOf(message).every(isSaid));

describe("the Chinese catalogue", () => {
  it("has every sentence of the command, the readers and what the command calls of the library", () => {
    const told = (all: readonly Message[]) => all.map(({ text, place }) => `${place}: ${text}`);
    expect(told(missing)).toEqual([]);
    expect(messages.length).toBeGreaterThan(800);
  });

  it("has every text of the help, of the rules and of what reading finds", () => {
    const texts = [
      ...[about.summary, about.source, ...about.exitCodes.map(([, meaning]) => meaning)],
      ...commands.flatMap(({ summary, description, flags, examples }) => {
        return [summary, description, ...flags.map(({ help }) => help), ...examples.map(([, what]) => what)];
      }),
      ...[languageFlag.help, "Usage:", "Arguments:", "Options:", "Commands:", "Examples:"],
      ...[...rules, ...READING].map(({ title }) => title),
    ];
    expect(texts.filter((text) => !Object.hasOwn(catalogue, text))).toEqual([]);
  });

  it("has a sentence in one place only", async () => {
    const names = readdirSync(new URL("../../src/language/zh/", import.meta.url)).filter(
      (name) => name !== "catalogue.ts",
    );
    const parts = await Promise.all(
      names.map(async (name) => {
        const [part] = Object.values((await import(`../../src/language/zh/${name}`)) as object);
        return part as object;
      }),
    );
    const all = parts.flatMap(Object.keys);
    expect(all.filter((english, i) => all.indexOf(english) !== i)).toEqual([]);
    expect(all.length).toBe(Object.keys(catalogue).length);
  });

  it("writes Chinese: full-width marks between characters, and one word for each thing", () => {
    const entries = Object.entries(catalogue);
    const halfWidth = entries.filter(([, chinese]) => /\p{Script=Han}[,;:?!()]|[,;!?]\p{Script=Han}/u.test(chinese));
    expect(halfWidth).toEqual([]);
    const crowded = entries.filter(([, chinese]) =>
      /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(chinese),
    );
    expect(crowded).toEqual([]);
    const others = /(?<!（)预热|学习速率|时期|纪元|回合|代次|调度程序|参数群|余炫|里程牌/;
    expect(entries.filter(([, chinese]) => others.test(chinese))).toEqual([]);
  });
});
