import { shift, warmupConstant, wsd } from "../../../src/index.ts";
import type { Port, Ports } from "../port.ts";

interface Config {
  readonly warmup_steps: number;
  readonly total_steps?: number | null;
  readonly decay_ratio: number | null;
  readonly decay_type: "linear" | "sqrt" | "cosine";
  readonly min_lr_factor: number;
}

/** Python's round: a half goes to the even neighbour. */
const round = (x: number): number => (x % 1 === 0.5 ? 2 * Math.round(x / 2) : Math.round(x));

const container: Port<Config> = ({ config, raises, training_steps }) => {
  const { warmup_steps, decay_ratio, decay_type: decayCurve, min_lr_factor } = config;
  const total = config.total_steps ?? (training_steps as number);
  const warmup = Math.min(warmup_steps, total);
  const decay = decay_ratio === null ? total - warmup : Math.min(round(total * decay_ratio), total - warmup);
  // Updates count from 1, so that the last one is not yet at the end.
  const stable = total + 1 - warmup - decay;
  const staged = wsd({ warmup, stable, decay, decayCurve, to: `${min_lr_factor}x` });
  const values = shift({ plan: decay > 0 ? staged : warmupConstant({ warmup }), by: 1 });
  if (raises)
    return { program: { values }, differs: { as: raises.startsWith("Assert") ? "zeroLength" : "moreAccepted" } };
  return { program: { values }, differs: { as: "pastTheEnd", at: (position) => position > total } };
};

/** What a user of torchtitan writes. */
export const torchtitan: Ports = { LRSchedulersContainer: container };
