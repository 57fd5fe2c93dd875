import type { Context } from "./context.ts";
import type { Document } from "./document.ts";
import type { Found } from "./reading.ts";
import { overridesIn } from "./transformers/overrides.ts";
import { settled } from "./transformers/settled.ts";
import { type Call, Unknown } from "./value.ts";

/** A schedule that transformers' Trainer is given and steps once an update, for as long as its arguments say. */
export function clockedByHuggingFace(
  found: Found,
  call: Call & { readonly variable?: string | undefined },
  document: Document,
  context: Context,
): Found | undefined {
  for (const [args, { scheduler, place }] of overridesIn(document)) {
    const isIt = scheduler === call || (scheduler instanceof Unknown && scheduler.name === call.variable);
    if (!isIt || found.unit === "epoch") continue;
    const written = settled(args).fields.get("max_steps")?.value ?? args.named.get("max_steps");
    const steps = written === undefined ? undefined : context.known(written);
    context.note("transformers' Trainer steps it once an update", place);
    const isCount = typeof steps === "number" && Number.isInteger(steps) && steps > 0 && found.run?.steps === undefined;
    return { ...found, unit: "update", run: { ...found.run, ...(isCount && { steps }) } };
  }
  return undefined;
}
