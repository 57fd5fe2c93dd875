/** Schedules of other frameworks, read from text. */

export type { Document } from "./document.ts";
export { frameworks } from "./frameworks.ts";
export { read, readDocument } from "./read.ts";
export type { Every, Found, Fraction, Need, Note, Reading, ReadOptions, Values } from "./reading.ts";
