import type { Framework } from "../framework.ts";
import { configuration } from "./configuration.ts";

/**
 * MMCV before MMEngine: `lr_config` of a configuration, with `optimizer` and `runner`.
 *
 * One step of a plan is an epoch where the policy counts epochs and nothing warms up, and an update otherwise.
 *
 * Source: MMCV 1.7 `mmcv.runner.hooks.lr_updater`.
 */
export const mmcv: Framework = { name: "mmcv", entries: {}, configuration };
