import { type Document, dataDocument, lookUp } from "../document.ts";
import type { Configuration } from "../framework.ts";
import { dataOptions } from "../notations/dataOptions.ts";
import { flagOptions } from "../notations/flagOptions.ts";
import { hasWord } from "../notations/hasWord.ts";
import type { Options } from "../options.ts";
import { type Dictionary, isDictionary } from "../value.ts";
import { isNeox, neoxOptions, readNeox } from "./neox.ts";
import { OLDER } from "./parameters.ts";
import { readSettings } from "./readSettings.ts";

const PROGRAM =
  /(?:^|\/)(?:pretrain|finetune|train)_?(?:gpt|bert|t5|mamba|hybrid|vlm|ict|vision|retro|llama|mimo)\w*\.py$/;
/** Options that only Megatron and what is made of it have. */
const OWN = [
  "lr_decay_style",
  "lr_wsd_decay_style",
  "lr_decay_iters",
  "lr_decay_samples",
  "lr_warmup_fraction",
  "lr_warmup_iters",
  "lr_warmup_samples",
  "weight_decay_incr_style",
  "rampup_batch_size",
];

const DASHES = /^--(?:lr|train|min|weight|rampup)-/;

/** A command, or its settings in a file: by section, all in one, or under the flags' own names. */
export const configuration: Configuration = {
  recognises(document) {
    if (document.notation === "python") return false;
    const options = optionsOf(document);
    // nanoGPT's flags have some of the names, with underscores.
    const { data, notation } = document;
    const dashes = isDictionary(data) && [...data.keys()].some((key) => DASHES.test(key));
    if (notation === "flags" && !dashes && !hasWord(document, PROGRAM)) return false;
    const trains = ["train_iters", "train_samples"].some((name) => options(name));
    return OWN.some((name) => options(name)) || (trains && hasWord(document, PROGRAM) && options("lr") !== undefined);
  },

  read(document) {
    const options = optionsOf(document);
    const style = options("lr_decay_style");
    const place = style?.place ?? options("lr")?.place;
    const name = style?.path ?? "lr_decay_style";
    return [
      {
        name,
        place,
        read: (context) => (isNeox(document) ? readNeox(options, document, context) : readSettings(options, context)),
      },
    ];
  },
};

/** In how many sections of a file settings are looked for. */
const MOST_SECTIONS = 200;

function optionsOf(document: Document): Options {
  if (isNeox(document)) return neoxOptions(document);
  if (document.notation === "flags") return flagOptions(document, OLDER);
  const { data } = document;
  const sections: (readonly [string, Dictionary])[] = [];
  for (const [name, inside] of isDictionary(data) ? data : []) {
    if (isDictionary(inside)) sections.push([name, inside]);
    if (sections.length === MOST_SECTIONS) break;
  }
  // Settings under the flags' own names, dashes and all.
  const flags = sections.find(([, inside]) => [...inside.keys()].some((key) => key.startsWith("--lr")));
  if (flags) {
    const [name, inside] = flags;
    return flagOptions(
      dataDocument("flags", inside, (path) => document.place([name, ...path])),
      OLDER,
    );
  }
  const named = sections.map(([name]) => dataOptions(document, name));
  return (name) => {
    for (const options of [dataOptions(document), ...named]) {
      const written = options(name);
      // A null leaves the default in force.
      if (written && written.value !== null && !isDictionary(lookUp(data, name))) return written;
    }
    return undefined;
  };
}
