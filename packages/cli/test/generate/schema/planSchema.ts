import { readFileSync } from "node:fs";
import type { Field } from "../../../../anneal/src/field.ts";
import { kinds } from "../../../../anneal/src/plan.ts";
import { runFields } from "../../../../anneal/src/run.ts";
import { VERSION } from "../../../../anneal/src/version.ts";
import { docBlock } from "./docBlock.ts";
import { type Schema, tableSchema } from "./fieldSchema.ts";

/** The JSON Schema of a saved plan, and of a saved program with its run, made of the kinds' own tables. */
export function planSchema(): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A learning-rate plan",
    description:
      "A plan of anneal in its saved form, or a program: plans by hyperparameter, with the run that they are for. What a " +
      "schema cannot say is checked when it is read: that times increase, that two lists are as long as each other, and " +
      "how deep and large all of it is.",
    if: { type: "object", required: ["program"] },
    // biome-ignore lint/suspicious/noThenProperty: it is a schema's word.
    then: { $ref: "#/$defs/program" },
    else: { $ref: "#/$defs/file" },
    $defs: {
      file: saved({ version: version(), $schema: SCHEMA }),
      saved: saved({ version: version() }),
      program: program(),
      plan: { $ref: "#/$defs/anyKind", unevaluatedProperties: false },
      plainPlan: {
        description: "A plan whose levels are plain numbers, as a factor has them.",
        $ref: "#/$defs/anyPlainKind",
        unevaluatedProperties: false,
      },
      anyKind: anyKind(false),
      anyPlainKind: anyKind(true),
      ...Object.fromEntries(names().flatMap((kind) => [definition(kind, false), definition(kind, true)])),
    },
  };
}

const SCHEMA: Schema = { description: "Where an editor finds this schema.", type: "string" };

const version = (): Schema => ({ description: "The version of the saved form.", const: VERSION });

function saved(properties: Schema): Schema {
  const description = "A plan, with the version of its form.";
  return { description, properties, $ref: "#/$defs/anyKind", unevaluatedProperties: false };
}

const names = (): readonly (keyof typeof kinds)[] => Object.keys(kinds) as (keyof typeof kinds)[];

const nameOf = (kind: string, plain: boolean): string => (plain ? `plain.${kind}` : kind);

/** The table of the kind that is named, so that an error is told of that table alone. */
function anyKind(plain: boolean): Schema {
  return {
    type: "object",
    properties: { kind: { description: "Which primitive this is.", enum: names() } },
    required: ["kind"],
    allOf: names().map((kind) => ({
      if: { properties: { kind: { const: kind } }, required: ["kind"] },
      // biome-ignore lint/suspicious/noThenProperty: it is a schema's word.
      then: { $ref: `#/$defs/${nameOf(kind, plain)}` },
    })),
  };
}

function definition(kind: keyof typeof kinds, plain: boolean): readonly [string, Schema] {
  const doc = docBlock(source(`kinds/${kind}.ts`), kind);
  const fields = kinds[kind].fields as Readonly<Record<string, Field>>;
  return [nameOf(kind, plain), { description: doc.description, ...tableSchema(fields, plain, doc.of) }];
}

function program(): Schema {
  const plan = { $ref: "#/$defs/saved" };
  const doc = docBlock(source("run.ts"), "Run");
  const run = { description: doc.description, ...tableSchema(runFields, false, doc.of), additionalProperties: false };
  // biome-ignore lint/suspicious/noThenProperty: it is a schema's word.
  const plans = { if: { type: "array" }, then: list(plan), else: plan };
  const rates = list({ type: "number", minimum: 0 });
  return {
    description: "Plans by hyperparameter, such as lr: one for all param groups, or a list with one for each.",
    type: "object",
    properties: {
      $schema: SCHEMA,
      program: { type: "object", additionalProperties: plans },
      run,
      bases: { description: "The param groups' base rates, where they are not the same.", ...rates },
    },
    required: ["program"],
    additionalProperties: false,
  };
}

const list = (items: Schema): Schema => ({ type: "array", items, minItems: 1 });

/** A source of the library. */
const source = (path: string): string =>
  readFileSync(new URL(`../../../../anneal/src/${path}`, import.meta.url), "utf8");
