import { type Document, dataDocument, lookUp } from "../document.ts";
import type { Value } from "../value.ts";
import { wordsOf } from "./command.ts";

const OVERRIDE = /^\+{0,2}([A-Za-z_][\w.@/]*)=(.*)$/s;
const MOST_KEYS = 16;

/** What a Hydra command overrides, such as `optimization.lr=[0.0005]` or `lr_scheduler=cosine`, as a configuration. */
export function overridden(command: Document): Document | undefined {
  const data = new Map<string, Value>();
  for (const word of wordsOf(command)) {
    const [, path, value] = OVERRIDE.exec(word) ?? [];
    const keys = path?.split(".") ?? [];
    if (value !== undefined && keys.length <= MOST_KEYS) put(data, keys, value);
  }
  const named = lookUp(data, "lr_scheduler");
  if (typeof named === "string") data.set("lr_scheduler", new Map([["_name", named]]));
  return data.size > 0 ? dataDocument("yaml", data, () => command.place([""])) : undefined;
}

function put(data: Map<string, Value>, [key = "", ...rest]: readonly string[], value: Value): void {
  if (rest.length === 0) {
    data.set(key, value);
    return;
  }
  const inside = data.get(key);
  const own = inside instanceof Map ? inside : new Map(typeof inside === "string" ? [["_name", inside]] : []);
  data.set(key, own);
  put(own, rest, value);
}
