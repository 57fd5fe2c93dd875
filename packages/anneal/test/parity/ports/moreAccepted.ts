import { PlanError, schedule } from "../../../src/index.ts";
import type { DIFFERENCES } from "../differences.ts";
import type { Plans, Ported } from "../port.ts";

/** Marks what the framework refuses and this library does not; what both refuse is no difference. */
export function moreAccepted(
  raises: string | undefined,
  ported: Ported,
  as: keyof typeof DIFFERENCES = "moreAccepted",
): Ported {
  if (!raises) return ported;
  try {
    for (const plans of Object.values<Plans>(ported.program ?? {})) {
      for (const plan of [plans].flat())
        schedule(plan as never, { base: 0.1, ...ported.run }, { functions: ported.functions ?? {} });
    }
  } catch (error) {
    if (error instanceof PlanError) return ported;
    throw error;
  }
  return { ...ported, differs: { as } };
}
