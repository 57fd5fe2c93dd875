import fvcore from "./fvcore.py";
import huggingface from "./huggingface.py";
import keras from "./keras.py";
import loop from "./loop.py";
import optax from "./optax.py";
import python from "./python.py";
import pytorch from "./pytorch.py";
import timm from "./timm.py";

/** How the code of a target is run. */
interface Runner {
  /** Python that defines `values(code, name, base, steps, updates)`. */
  readonly sources: readonly string[];
  /** What has to be installed, by its name for import and for people. */
  readonly needs: readonly (readonly [module: string, name: string])[];
  /** Up to which share of a value, and of the largest one, what is exact may be rounded. */
  readonly tolerance: readonly [ofValue: number, ofPeak: number];
}

const DOUBLE: Runner["tolerance"] = [1e-9, 1e-12];
const SINGLE: Runner["tolerance"] = [1e-6, 1e-7];
const TORCH = ["torch", "PyTorch"] as const;

/** The targets whose code can be run in a local Python. */
export const runners: ReadonlyMap<string, Runner> = new Map([
  ["pytorch", { sources: [loop, pytorch], needs: [TORCH], tolerance: DOUBLE }],
  [
    "huggingface",
    { sources: [loop, huggingface], needs: [TORCH, ["transformers", "Transformers"]], tolerance: DOUBLE },
  ],
  ["timm", { sources: [loop, timm], needs: [TORCH, ["timm", "timm"]], tolerance: DOUBLE }],
  ["keras", { sources: [keras], needs: [["keras", "Keras 3"]], tolerance: SINGLE }],
  [
    "optax",
    {
      sources: [optax],
      needs: [
        ["jax", "JAX"],
        ["optax", "optax"],
      ],
      tolerance: DOUBLE,
    },
  ],
  ["fvcore", { sources: [fvcore], needs: [["fvcore", "fvcore"]], tolerance: DOUBLE }],
  ["python", { sources: [python], needs: [], tolerance: DOUBLE }],
]);
