import { layStatement } from "../../print/doc.ts";
import { python } from "../../print/python.ts";
import { shortest } from "../../print/shortest.ts";
import { inPython, torchPlateau } from "../plateau/torchPlateau.ts";
import type { Watched, Words } from "../plateau/writePlateau.ts";
import { call } from "../python/call.ts";
import { importFrom } from "../python/importFrom.ts";
import { makeScheduler, notesOn } from "../python/makeScheduler.ts";
import { checkFree, pythonModule } from "../python/module.ts";
import type { Child } from "./curve.ts";
import { childrenOf } from "./sequentialLR.ts";

/** How a scheduler is driven that follows a metric. */
export const STEPPED = "step(metric) after every validation";

const PLATEAU = "ReduceLROnPlateau";

/** The base rate, which ReduceLROnPlateau cuts. */
export const plateauLR =
  (name: string): Words =>
  (shape, fields) => {
    const { args, means } = torchPlateau(fields, shape.base);
    const made = call(PLATEAU, ["optimizer"], inPython(args));
    const imports = [importFrom("torch.optim.lr_scheduler", [PLATEAU])];
    return {
      code: makeScheduler(shape, name, made, imports, "", STEPPED),
      means: { kind: "constant", value: shape.base },
      watches: means,
      notes: notesOn(shape, STEPPED),
    };
  };

/** Two schedulers of one optimizer, as one that multiplies the rate that it finds leaves the other's cuts as they are. */
export const besidePlateau =
  (name: string): Words =>
  (shape, fields): Watched | undefined => {
    const [child, rest, ...more] = childrenOf(shape) ?? [];
    if (!child || more.length > 0) return;
    // LinearLR cannot begin at 0, and LambdaLR sets the rate: it has to be over when the metric begins to count.
    const sets = rest?.name === "ConstantLR" && child.name === "LambdaLR" && child.means.kind === "linear";
    if (!sets && (rest || !multiplies(child))) return;
    const { base } = shape;
    const { args, means } = torchPlateau(fields, base);
    const first = child.means.kind === "linear" && (child.means.from as number) < base ? "warmup" : "schedule";
    const lines = [
      layStatement(`${first} = `, call(child.name, ["optimizer"], child.args), "", python, "    "),
      layStatement("plateau = ", call(PLATEAU, ["optimizer"], inPython(args)), "", python, "    "),
      `    return ${first}, plateau`,
    ];
    const drives = sets
      ? `warmup makes ${rest.start} steps, one after every update, and plateau a ${STEPPED} only then`
      : `${first} makes a step after every update, plateau a ${STEPPED}`;
    const about = `    """For an optimizer whose lr is ${shortest(base)}.\n\n    ${drives.replace(" plateau ", "\n    plateau ")}.\n    """`;
    const imports = [importFrom("torch.optim.lr_scheduler", [child.name, PLATEAU])];
    checkFree(name, ...imports, ...lines, "optimizer");
    const code = pythonModule(imports, `def ${name}(optimizer):\n${[about, ...lines].join("\n")}\n`);
    const held = rest ?? child;
    const plan = rest ? [{ plan: child.means, until: rest.start }, { plan: held.means }] : [{ plan: child.means }];
    return { code, means: { kind: "sequence", parts: plan }, watches: means, notes: [...notesOn(shape, ""), drives] };
  };

/** Whether every step of it multiplies the rate that it finds. */
function multiplies({ name, args }: Child): boolean {
  return MULTIPLYING.includes(name) || (name === "CosineAnnealingLR" && args.eta_min === undefined);
}

const MULTIPLYING = ["LinearLR", "ConstantLR", "StepLR", "MultiStepLR", "ExponentialLR", "PolynomialLR"];
