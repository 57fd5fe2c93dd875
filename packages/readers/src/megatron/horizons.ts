import type { Context } from "../context.ts";
import type { Settings } from "./settings.ts";

/** The lengths of a schedule, in iterations or in samples. */
export interface Horizons {
  readonly bySamples: boolean;
  readonly warmup: number;
  readonly decay: number;
  /** How long the last stage of WSD is. */
  readonly wsdDecay: number;
  /** The whole run, where the text has it. */
  readonly run: number | undefined;
}

/** The lengths by iterations or by samples, whichever the run counts; Megatron refuses what is of the other kind. */
export function readHorizons(
  settings: Settings,
  refuse: (name: string, expected: string) => void,
  context: Context,
): Horizons | undefined {
  const { train_iters, train_samples, lr_decay_iters, lr_decay_samples, lr_warmup_fraction: fraction } = settings;
  const bySamples = train_iters ? false : train_samples ? true : lr_decay_iters === null && lr_decay_samples !== null;
  const other = bySamples ? "iters" : "samples";
  for (const name of [`train_${other}`, `lr_decay_${other}`, `lr_warmup_${other}`, `lr_wsd_decay_${other}`] as const) {
    if (settings[name]) refuse(name, `none in a run that counts ${bySamples ? "samples" : "iterations"}`);
  }
  const kind = bySamples ? "samples" : "iters";
  const run = settings[`train_${kind}`] || undefined;
  const decay = settings[`lr_decay_${kind}`] ?? run;
  if (decay === undefined) {
    context.need("train_iters", "the length of the run, over which the rate falls");
    return undefined;
  }
  const written = settings[`lr_warmup_${kind}`];
  if (fraction !== null && written !== 0) {
    refuse("lr_warmup_fraction", `none beside lr_warmup_${kind}`);
  }
  if (fraction !== null && run !== undefined && decay !== run) {
    context.note("--lr-warmup-fraction is a share of the length over which the rate falls, not of the run.");
  }
  const wsdDecay = settings[`lr_wsd_decay_${kind}`];
  if (settings.lr_decay_style === "WSD" && wsdDecay === null) refuse(`lr_wsd_decay_${kind}`, "a length, with WSD");
  const warmup = fraction === null ? written : fraction * decay;
  return { bySamples, warmup, decay, wsdDecay: wsdDecay ?? 0, run };
}
