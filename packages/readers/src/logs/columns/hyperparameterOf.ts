/** What a column's name says. */
export interface Named {
  /** The hyperparameter, as programs name it. */
  readonly key: string;
  /** Which group, as the log counts it. */
  readonly number?: number;
  /** 0 for a plain name, more for one that is only like it. */
  readonly rank: number;
}

const RATE = /^(?:\w+?_)??(lr|learning_?rate)s?(?:_?(?:param_?group|group|pg|g)?_?(\d+))?$/;

/** What else is called by these names: settings of a schedule, that are not the rate in use. */
const SETTINGS =
  /(?:^|_)(?:base|min|minimum|max|maximum|initial|init|peak|warmup|final|end|start|target|default|auto|use|scaled)_(?:lr|learning_?rate)|vs_samples|lr_(?:scheduler|schedule|decay|mult|multiplier|ratio|scale|scaling|policy|warmup|min|max|step|gamma)/;

/** Lightning's LearningRateMonitor: `lr-AdamW/pg1-momentum`. */
const LIGHTNING =
  /(?:^|\/)lr-[A-Za-z]\w*?(?:-\d+)?(?:\/(?:pg|group)?(\d+)|\/[\w ]+)?(?:-(momentum|weight_decay|betas?))?$/;

const OTHERS: readonly (readonly [pattern: RegExp, key: string])[] = [
  [/^(?:\w+_)?momentum(?:_?(?:group|pg)?_?(\d+))?$|^mom$/, "momentum"],
  [/^(?:\w+_)?beta_?1$|^betas_0$/, "beta1"],
  [/^(?:\w+_)?beta_?2$|^betas_1$/, "beta2"],
  [/^(?:\w+_)?weight_?decay(?:_?(?:group|pg)?_?(\d+))?$|^wd$/, "weightDecay"],
];

/** A part of a name that tells a group and no hyperparameter. */
const GROUP = /^(?:param_?groups?|group|pg|g)?_?(\d+)$/;

/** Which hyperparameter a column has, from its name; undefined where it is something else. */
export function hyperparameterOf(name: string): Named | undefined {
  if (name.length > 200 || /__(?:MIN|MAX)$/.test(name)) return undefined;
  // A chart that is exported from W&B has the name of the run before that of the value.
  const own = name.slice(name.lastIndexOf(" - ") < 0 ? 0 : name.lastIndexOf(" - ") + 3).trim();
  const lightning = LIGHTNING.exec(own);
  if (lightning) {
    const [, number, what = "lr"] = lightning;
    const key = what === "weight_decay" ? "weightDecay" : what.startsWith("beta") ? "beta1" : what;
    return { key, rank: 0, ...numbered(number) };
  }
  const parts = own
    .replace(/\[(\d+)\]/g, "/$1")
    .split(/[/.:]/)
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, "_"),
    );
  const last = parts.at(-1) ?? "";
  const tail = GROUP.exec(last);
  const word = tail && parts.length > 1 ? (parts.at(-2) as string) : last;
  if (SETTINGS.test(word)) return undefined;
  const inside =
    tail?.[1] ?? parts.map((part, i) => (i < parts.length - 1 ? GROUP.exec(part)?.[1] : undefined)).find(Boolean);
  const rate = RATE.exec(word);
  if (rate) return { key: "lr", rank: isPlain(word) ? 0 : 1, ...numbered(rate[2] ?? inside) };
  const other = OTHERS.map(([pattern, key]) => ({ key, found: pattern.exec(word) })).find(({ found }) => found);
  if (other) return { key: other.key, rank: isPlain(word) ? 0 : 1, ...numbered(other.found?.[1] ?? inside) };
  // `lr/backbone`, `lr_backbone`: the rate of something that has a name.
  const named = /^(?:lr|learning_?rate)_[a-z]\w*$/.test(word) || /^(?:lr|learning_?rate)$/.test(parts.at(-2) ?? "");
  return named && !SETTINGS.test(`lr_${last}`) ? { key: "lr", rank: 1, ...numbered(inside) } : undefined;
}

function isPlain(word: string): boolean {
  return /^(?:train_|training_|epoch_|batch_|current_|optimizer_|optim_)?(?:lr|learning_?rate|momentum|mom|beta_?[12]|betas_[01]|weight_?decay|wd)s?(?:_?\d+|_?(?:param_?)?group_?\d+|_?pg_?\d+)?$/.test(
    word,
  );
}

function numbered(digits: string | undefined): { readonly number?: number } {
  return digits === undefined ? {} : { number: Number(digits) };
}
