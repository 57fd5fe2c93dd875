import type { Framework } from "../framework.ts";
import { configuration } from "./configuration.ts";

/** fairseq's schedules, as flags or as a Hydra configuration. Source: fairseq 0.12. */
export const fairseq: Framework = { name: "fairseq", entries: {}, configuration };
