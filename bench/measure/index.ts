import type { Measurement } from "../harness/row.ts";
import { at } from "./at.ts";
import { command } from "./command.ts";
import { construct } from "./construct.ts";
import { example } from "./example.ts";
import { fill } from "./fill.ts";
import { finder } from "./finder.ts";
import { groups } from "./groups.ts";
import { interop } from "./interop.ts";
import { kinds } from "./kinds.ts";
import { memory } from "./memory.ts";
import { milestones } from "./milestones.ts";
import { peers } from "./peers.ts";
import { sizes } from "./sizes.ts";
import { step } from "./step.ts";
import { tfjs } from "./tfjs.ts";
import { torch } from "./torch.ts";
import { training } from "./training.ts";

/** Every measurement, in the order of the report. */
export const MEASUREMENTS: readonly Measurement[] = [
  at,
  kinds,
  step,
  groups,
  memory,
  fill,
  milestones,
  construct,
  torch,
  peers,
  training,
  tfjs,
  example,
  finder,
  interop,
  command,
  sizes,
];
