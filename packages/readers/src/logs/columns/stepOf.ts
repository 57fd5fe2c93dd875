/** What a column that counts says. */
export interface Counted {
  readonly clock: "update" | "epoch";
  /** The lower, the rather it is taken. */
  readonly rank: number;
}

/** Names that count updates, the surest first. */
const UPDATES = [
  /^(?:global|train|training|trainer|optimizer|optim|gradient|total|update)_?steps?$/,
  /^(?:num|n|number_of)_?(?:updates|steps|iterations|iters)$/,
  /^(?:global_|train_)?(?:iteration|iter|update)s?$|^it$|^train_num_updates$/,
  /^steps?$|^step_num(?:ber)?$|^global_iter(?:ation)?$/,
  /^batch(?:_?idx|_index|es)?$/,
  // Calls of `log` in W&B, which several rows of one update may have made.
  /^_step$/,
];

const EPOCHS = [/^(?:train_|global_)?epochs?$/, /^(?:num_|n_|current_)epochs?$|^epoch_num(?:ber)?$|^ep$/];

/** What a column counts, from its name; undefined where it counts nothing. */
export function stepOf(name: string): Counted | undefined {
  if (name.length > 200) return undefined;
  const own = name.slice(name.lastIndexOf(" - ") < 0 ? 0 : name.lastIndexOf(" - ") + 3);
  const parts = own.split(/[/.:]/).map((part) =>
    part
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, "_"),
  );
  const word = parts.at(-1) as string;
  // `eval/step` counts something else.
  if (parts.slice(0, -1).some((part) => /^(?:eval|val|valid|validation|test)/.test(part))) return undefined;
  const update = UPDATES.findIndex((pattern) => pattern.test(word));
  if (update >= 0) return { clock: "update", rank: update };
  const epoch = EPOCHS.findIndex((pattern) => pattern.test(word));
  return epoch >= 0 ? { clock: "epoch", rank: epoch } : undefined;
}
