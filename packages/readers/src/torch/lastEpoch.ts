import { shift } from "anneal";
import { type Parameter, whole } from "../parameter.ts";
import { Unknown } from "../value.ts";
import type { Argument, Behaviour } from "./scheduler.ts";

/** `last_epoch`: the epoch that was done last; one that the text does not have is that of a run from its start. */
export const lastEpoch: Parameter<number> = {
  read(value, there) {
    const { context, path, place } = there;
    // Its default in a text that hands it on.
    if (value === null) return -1;
    if (value instanceof Unknown && context.known(value) === undefined) {
      context.note(`${path} is ${value.name}: the plan is that of the whole training, from epoch 0`, place);
      return -1;
    }
    const epoch = whole.read(value, there);
    if (epoch !== undefined && epoch < -1) context.problem(path, "a whole number from -1", String(epoch), place);
    return epoch;
  },
  fallback: { value: -1 },
};

/** A scheduler that starts after an epoch: what it follows is read that much ahead. */
export function startingAfter(epoch: number | undefined, made: Behaviour, { building }: Argument): Behaviour {
  // One that is made of others reads it by itself.
  if (epoch === undefined || epoch === -1 || made.parts) return made;
  const by = epoch + 1;
  building.context.note(
    `last_epoch=${epoch}: step 0 of the plan is epoch ${by}. PyTorch then takes the base rate from the groups' initial_lr, and leaves the rate that is in force until the first step()`,
  );
  const ahead = (plan: ReturnType<Behaviour["plan"]>) => plan && shift({ plan, by });
  const { momentum } = made;
  return {
    ...made,
    resumed: true,
    plan: (i, start) => ahead(made.plan(i, start)),
    momentum: momentum && ((i) => ahead(momentum(i))),
  };
}
