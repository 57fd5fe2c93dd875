import type { Signature } from "./hypothesis.ts";
import { anotherTotal } from "./signatures/anotherTotal.ts";
import { countedPerMicroBatch } from "./signatures/countedPerMicroBatch.ts";
import { countedPerProcess } from "./signatures/countedPerProcess.ts";
import { displaced } from "./signatures/displaced.ts";
import { floorAdded } from "./signatures/floorAdded.ts";
import { floorIgnored } from "./signatures/floorIgnored.ts";
import { fractionalEpochs } from "./signatures/fractionalEpochs.ts";
import { groupNeverScheduled } from "./signatures/groupNeverScheduled.ts";
import { groupsSwapped } from "./signatures/groupsSwapped.ts";
import { inclusiveEnd } from "./signatures/inclusiveEnd.ts";
import { loggedPerMicroBatch } from "./signatures/loggedPerMicroBatch.ts";
import { milestoneDiffers } from "./signatures/milestoneDiffers.ts";
import { neverScheduled } from "./signatures/neverScheduled.ts";
import { rescaled } from "./signatures/rescaled.ts";
import { restarted } from "./signatures/restarted.ts";
import { scaled } from "./signatures/scaled.ts";
import { shifted } from "./signatures/shifted.ts";
import { skippedUpdates } from "./signatures/skippedUpdates.ts";
import { stairs } from "./signatures/stairs.ts";
import { steppedPerBatch } from "./signatures/steppedPerBatch.ts";
import { steppedPerEpoch } from "./signatures/steppedPerEpoch.ts";
import { steppedPerMicroBatch } from "./signatures/steppedPerMicroBatch.ts";
import { steppedPerProcess } from "./signatures/steppedPerProcess.ts";
import { steppedTooOften } from "./signatures/steppedTooOften.ts";
import { steppedTooSeldom } from "./signatures/steppedTooSeldom.ts";
import { steppedTwice } from "./signatures/steppedTwice.ts";
import { stopped } from "./signatures/stopped.ts";
import { warmupDiffers } from "./signatures/warmupDiffers.ts";
import { warmupMissing } from "./signatures/warmupMissing.ts";
import { warmupTwice } from "./signatures/warmupTwice.ts";
import { wrongBaseOnResume } from "./signatures/wrongBaseOnResume.ts";
import type { SignatureName } from "./verdict.ts";

/** Every signature, the benign ones first. */
const everyOne = [
  shifted,
  inclusiveEnd,
  fractionalEpochs,
  loggedPerMicroBatch,
  steppedPerProcess,
  steppedPerMicroBatch,
  steppedTwice,
  steppedTooOften,
  steppedTooSeldom,
  steppedPerBatch,
  steppedPerEpoch,
  stairs,
  countedPerProcess,
  countedPerMicroBatch,
  anotherTotal,
  restarted,
  rescaled,
  displaced,
  stopped,
  wrongBaseOnResume,
  warmupTwice,
  skippedUpdates,
  neverScheduled,
  groupNeverScheduled,
  groupsSwapped,
  scaled,
  warmupMissing,
  warmupDiffers,
  milestoneDiffers,
  floorIgnored,
  floorAdded,
];

/** Those that one series can show. */
export const all: readonly Signature[] = everyOne.filter((one): one is Signature => "find" in one);

/** Every bug and convention that {@link audit} and {@link auditGroups} can name, each with its title in a few words. */
export const signatures: readonly { readonly name: SignatureName; readonly title: string }[] = everyOne.map(
  ({ name, title }) => ({ name, title }),
);
