import type { Functions, Plan, Run } from "anneal";
import {
  type Exported,
  toComposer,
  toCsv,
  toDeepSpeed,
  toDetectron2,
  toFvcore,
  toHuggingFace,
  toJavaScript,
  toJaxJs,
  toKeras,
  toLatex,
  toMegatron,
  toMMEngine,
  toOptax,
  toPyTorch,
  toPython,
  toTensorFlowJs,
  toTimm,
} from "anneal/interop";

/** A writer as the command calls it: what it lacks of the run, it tells by itself. */
export type Write = (
  plan: Plan,
  run: Run & { readonly steps: number },
  options: { readonly functions?: Functions; readonly name?: string },
) => Exported;

/** A target of code, and whether what is in it can be given a name. */
interface Target {
  readonly write: Write;
  readonly named: boolean;
}

const named = (write: Write): Target => ({ write, named: true });
const nameless = (write: Write): Target => ({ write, named: false });

/** How each target is written, but for `plan`, which is no code. */
export const targets: ReadonlyMap<string, Target> = new Map([
  ["pytorch", named(toPyTorch)],
  ["huggingface", named(toHuggingFace)],
  ["timm", named(toTimm)],
  ["deepspeed", named(toDeepSpeed)],
  ["mmengine", named(toMMEngine)],
  ["keras", named(toKeras)],
  ["optax", named(toOptax)],
  ["jax-js", named(toJaxJs)],
  ["tfjs", named(toTensorFlowJs)],
  ["fvcore", named(toFvcore)],
  ["detectron2", nameless(toDetectron2)],
  ["composer", named(toComposer)],
  ["megatron", nameless(toMegatron)],
  ["python", named(toPython)],
  ["javascript", named(toJavaScript)],
  ["csv", nameless(toCsv)],
  ["latex", nameless(toLatex)],
]);
