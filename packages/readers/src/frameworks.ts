import type { Framework } from "./framework.ts";

/** Every framework that can be read; where two would take the same text, the first does. */
export const frameworks: readonly Framework[] = [];
