import { Problems } from "../../error.ts";
import { type Fields, readOptions } from "../../field.ts";
import type { TfjsGroup } from "./readGroups.ts";
import type { TfjsLayer, TfjsLayerWeight } from "./variable.ts";

/** What `layerwise` takes. */
export interface LayerwiseOptions {
  /** What each layer's rate is of the next one's, above 0 up to 1. */
  readonly decay: number;
  /** The rate of the last layer; default the base optimizer's. */
  readonly lr?: number;
  /** The decoupled weight decay; default 0. */
  readonly weightDecay?: number;
  /** Whether biases and the weights of norms decay too; default false. */
  readonly decayVectors?: boolean;
}

const layerwiseFields: Fields<LayerwiseOptions> = {
  decay: { type: "number", above: 0 },
  lr: { type: "number", default: undefined },
  weightDecay: { type: "number", default: 0 },
  decayVectors: { of: [true, false], default: false },
};

/**
 * Makes the groups for layer-wise rate decay, with which fine-tuning moves the layers less the further they are from the
 * output.
 *
 * Formula: `lr * decay^k` for the layer that k layers with weights follow.
 *
 * - `model`: a model, or any object with its `layers` in order from the input; a list among them is one block of layers
 *   that share a rate.
 * - `decay`: above 0 up to 1; 0.65 to 0.9 are usual.
 * - `lr`: the rate of the last layer, a finite number from 0. Default the base optimizer's.
 * - `weightDecay`: a finite number from 0. Default 0.
 * - `decayVectors`: whether biases and the weights of norms, that is variables with less than two axes, decay as well.
 *   Default false, as in timm and BEiT: with a weight decay they are then groups of their own.
 *
 * Throws a PlanError that names the option, or the layer that is not built.
 *
 * @example
 * ```ts
 * import { groups, layerwise } from "anneal/tfjs";
 * import { train } from "@tensorflow/tfjs-core";
 * import { layers, sequential } from "@tensorflow/tfjs-layers";
 * import "@tensorflow/tfjs-backend-cpu";
 * const model = sequential({ layers: [layers.dense({ units: 8, inputShape: [4] }), layers.dense({ units: 2 })] });
 * const optimizer = groups(layerwise(model, { decay: 0.75, weightDecay: 0.05 }), train.adam(0.001));
 * model.compile({ optimizer, loss: "meanSquaredError" });
 * optimizer.paramGroups.map((group) => group.lr); // => [0.00075, 0.00075, 0.001, 0.001]
 * optimizer.paramGroups.map((group) => group.weightDecay); // => [0.05, 0, 0.05, 0]
 * ```
 *
 * Source: BEiT, arXiv:2106.08254; timm 1.0, `param_groups_layer_decay`.
 */
export function layerwise(
  model: { readonly layers: readonly (TfjsLayer | readonly TfjsLayer[])[] },
  options: LayerwiseOptions,
): TfjsGroup[] {
  const problems = new Problems();
  const blocks = readBlocks(model, problems);
  const { decay, lr, weightDecay, decayVectors } = readOptions(layerwiseFields, options, problems);
  if (decay > 1) problems.add("decay", "at most 1", decay);
  problems.throwIfAny();
  const isVector = ({ shape }: TfjsLayerWeight): boolean => shape.length < 2 && !decayVectors;
  return blocks.flatMap((block, i) => {
    const scale = decay ** (blocks.length - 1 - i);
    const rate = lr === undefined ? (`${scale}x` as const) : lr * scale;
    const parts = weightDecay > 0 ? [block.filter((one) => !isVector(one)), block.filter(isVector)] : [block];
    return parts.flatMap((variables, part): TfjsGroup[] => {
      return variables.length > 0 ? [{ variables, lr: rate, weightDecay: part === 0 ? weightDecay : 0 }] : [];
    });
  });
}

/** The weights of each layer or block that has some. */
function readBlocks(model: { readonly layers?: unknown }, problems: Problems): TfjsLayerWeight[][] {
  const layers = model?.layers;
  const blocks = Array.isArray(layers) ? [...layers] : [];
  const weights = blocks.map((block, i) =>
    [block].flat().flatMap((layer: Partial<TfjsLayer> | null | undefined): readonly TfjsLayerWeight[] => {
      if (layer?.built && Array.isArray(layer.weights)) return layer.weights;
      problems.add(`model.layers[${i}]`, "a layer that is built", layer);
      return [];
    }),
  );
  const found = weights.filter((list) => list.length > 0);
  if (found.length + problems.issues.length === 0) problems.add("model.layers", "layers with weights", layers);
  return found;
}
