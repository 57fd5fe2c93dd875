import type { Elsewhere, Ports } from "../port.ts";
import { pytorchWarmup } from "./pytorchWarmup.ts";
import { transformers } from "./transformers.ts";

/** By framework: what a user of it writes here, or the test that compares the whole of it. */
export const PORTS: Readonly<Record<string, Ports | Elsewhere>> = { pytorchWarmup, transformers };
