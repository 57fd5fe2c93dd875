import type { Functions, Plan, Plateau, Run } from "anneal";
import { type Exported, toCsv, toJavaScript, toLatex, toPython } from "anneal/interop";
import { toComposer } from "anneal/interop/composer";
import { toDeepSpeed } from "anneal/interop/deepspeed";
import { toDetectron2 } from "anneal/interop/detectron2";
import { toFvcore } from "anneal/interop/fvcore";
import { toHuggingFace } from "anneal/interop/huggingface";
import { toJaxJs } from "anneal/interop/jax-js";
import { toKeras } from "anneal/interop/keras";
import { toMegatron } from "anneal/interop/megatron";
import { toMMEngine } from "anneal/interop/mmengine";
import { toOptax } from "anneal/interop/optax";
import {
  toHuggingFacePlateau,
  toKerasPlateau,
  toMMEnginePlateau,
  toPyTorchPlateau,
  toTimmPlateau,
} from "anneal/interop/plateau";
import { toPyTorch } from "anneal/interop/pytorch";
import { toTensorFlowJs } from "anneal/interop/tfjs";
import { toTimm } from "anneal/interop/timm";

/** A writer as the command calls it: what it lacks of the run, it tells by itself. */
export type Write = (
  plan: Plan,
  run: Run & { readonly steps: number },
  options: { readonly functions?: Functions; readonly name?: string },
) => Exported;

/** The same of a plan that a plateau scales. */
type Watch = (plan: Plan, plateau: Plateau, run: Run, options: Parameters<Write>[2]) => Exported;

/** A target of code. */
export interface Target {
  readonly write: Write;
  /** Whether what is in it can be given a name. */
  readonly named: boolean;
  /** Whether it sets a learning rate by itself. */
  readonly setsRate: boolean;
  /** How a plan is written that a plateau scales, where it has a scheduler that follows a metric. */
  readonly watch?: Watch;
}

const named = (write: Write): Target => ({ write, named: true, setsRate: false });
const nameless = (write: Write): Target => ({ write, named: false, setsRate: false });
const watching = (watch: Watch, target: Target): Target => ({ ...target, watch });
const rateOf = (target: Target): Target => ({ ...target, setsRate: true });

/** How each target is written, but for `plan`, which is no code. */
export const targets: ReadonlyMap<string, Target> = new Map([
  ["pytorch", watching(toPyTorchPlateau, rateOf(named(toPyTorch)))],
  ["huggingface", watching(toHuggingFacePlateau, rateOf(named(toHuggingFace)))],
  ["timm", watching(toTimmPlateau, rateOf(named(toTimm)))],
  ["deepspeed", rateOf(named(toDeepSpeed))],
  ["mmengine", watching(toMMEnginePlateau, rateOf(named(toMMEngine)))],
  ["keras", watching(toKerasPlateau, named(toKeras))],
  ["optax", named(toOptax)],
  ["jax-js", named(toJaxJs)],
  ["tfjs", rateOf(named(toTensorFlowJs))],
  ["fvcore", named(toFvcore)],
  ["detectron2", rateOf(nameless(toDetectron2))],
  ["composer", rateOf(named(toComposer))],
  ["megatron", rateOf(nameless(toMegatron))],
  ["python", named(toPython)],
  ["javascript", named(toJavaScript)],
  ["csv", nameless(toCsv)],
  ["latex", nameless(toLatex)],
]);
