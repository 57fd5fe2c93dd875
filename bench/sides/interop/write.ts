import { cosine, linear, multiStep, oneCycle, type Plan, type Run, sequence, warmupMultiFactor, wsd } from "anneal";
import { toJavaScript, toLatex, toPython } from "anneal/interop";
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
import { toPyTorch } from "anneal/interop/pytorch";
import { toTensorFlowJs } from "anneal/interop/tfjs";
import { toTimm } from "anneal/interop/timm";
import { report } from "../../harness/report.ts";

const run = { base: 0.01, steps: 25_000, stepsPerEpoch: 250 } as const;
const plans: readonly Plan[] = [
  warmupMultiFactor({
    factor: 0.1,
    milestones: ["30 epochs", "60 epochs", "90 epochs"],
    warmup: "5 epochs",
    from: 0.001,
  }),
  sequence(linear({ from: 0.001, to: "1x", over: "5 epochs" }), cosine({ from: "last", to: 0, over: "rest" })),
  multiStep({ milestones: ["30 epochs", "60 epochs"] }),
  oneCycle({ peak: 0.1, over: 25_000 }).lr,
  wsd({ warmup: 500, decay: 5000 }),
];

/** Every writer of code, but the one whose text grows with the run. */
const writers = {
  ...{ toComposer, toDeepSpeed, toDetectron2, toFvcore, toHuggingFace, toJavaScript, toJaxJs, toKeras, toLatex },
  ...{ toMegatron, toMMEngine, toOptax, toPyTorch, toPython, toTensorFlowJs, toTimm },
} as Readonly<Record<string, (plan: Plan, run: Run) => { readonly code: string }>>;

const TURNS = 200;
let check = 0;
const times: Record<string, number> = {};
for (const [name, write] of Object.entries(writers)) {
  const own: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const start = process.hrtime.bigint();
    for (const plan of plans) check += write(plan, run).code.length;
    own.push(Number(process.hrtime.bigint() - start) / 1e6 / plans.length);
  }
  // The first turns compile what the later ones run.
  times[name] = own.slice(TURNS / 2).sort((a, b) => a - b)[TURNS / 4] as number;
}
report({ ...times, check });
