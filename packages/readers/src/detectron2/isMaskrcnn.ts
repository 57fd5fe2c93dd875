import { type Document, lookUp } from "../document.ts";

/** Whether a configuration is maskrcnn-benchmark's, whose model has settings under other names than detectron2's. */
export function isMaskrcnn({ data }: Document): boolean {
  return lookUp(data, "MODEL", "WEIGHT") !== undefined || lookUp(data, "MODEL", "BACKBONE", "CONV_BODY") !== undefined;
}
