import { sequence } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { type InnerOptions, inner } from "../inner.ts";
import { limited, list, number } from "../parameter.ts";
import { scheduled } from "./scheduled.ts";

/** One schedule after another, each on a clock that starts at its boundary. */
export function joinSchedules(entries: InnerOptions["entries"]): Entry {
  return entry(
    {
      schedules: list(inner({ entries, functions: true })),
      boundaries: list(limited(number, "a number from 0", (boundary) => boundary >= 0)),
    },
    ({ schedules, boundaries }, { context, place }) => {
      const count = Math.min(schedules.length, boundaries.length + 1);
      if (count === 0) {
        context.problem("join_schedules(schedules)", "at least one schedule", "none", place);
        return undefined;
      }
      if (schedules.length !== boundaries.length + 1) {
        const told = `${schedules.length} schedules and ${boundaries.length} boundaries`;
        context.note(
          `join_schedules pairs them up and leaves out what is over: of ${told}, ${count} schedules.`,
          place,
        );
      }
      // A part ends at the first of the later boundaries, in whatever order they are.
      const ends: number[] = [];
      for (let i = count - 2; i >= 0; i--) ends[i] = Math.min(boundaries[i] as number, ends[i + 1] ?? 1 / 0);
      return scheduled(
        sequence(
          ...schedules.slice(0, count).map((plan, i) => {
            const until = ends[i];
            return until === undefined ? plan : { plan, until };
          }),
        ),
      );
    },
  );
}
