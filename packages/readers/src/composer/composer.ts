import type { Framework } from "../framework.ts";
import { configuration } from "./configuration.ts";
import { entries } from "./entries.ts";

/**
 * Composer: `scheduler` of a YAML file as llm-foundry has it, `schedulers` of its own older ones, its classes and its
 * trainer in Python. One step of a plan is a batch.
 *
 * Facts that a text may lack: `max_duration`, `dataloader_len` (batches in an epoch), `global_train_batch_size`,
 * `tokens_per_batch` or `max_seq_len`.
 *
 * Source: Composer 0.32 `composer.optim.scheduler`, llm-foundry 0.23's names.
 */
export const composer: Framework = { name: "composer", entries, configuration };
