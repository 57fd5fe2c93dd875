import { Tokenizer, TokenType } from "@streamparser/json";
import type { Collector } from "../collector.ts";
import { shown } from "../findings.ts";
import { Documents } from "./documents.ts";
import { withoutNaN } from "./withoutNaN.ts";

/** How many bytes are given to the tokenizer at once: what it has read of a text is then bounded soon after. */
const PIECE = 2 ** 16;

/** How many bytes one text or number may have. */
const LONGEST = 4 * 2 ** 20;

/** Reads JSON as one document, or several after each other: records in lists, lists by name, and facts beside them. */
export async function readJson(chunks: AsyncIterable<Uint8Array>, collector: Collector): Promise<void> {
  const tokenizer = new Tokenizer({ separator: "" });
  const documents = new Documents(collector);
  let [read, last] = [0, 0];
  let failure: Error | undefined;
  tokenizer.onToken = ({ token, value, offset }) => {
    last = offset;
    if (token !== TokenType.SEPARATOR) documents.token(token, value, offset);
  };
  tokenizer.onError = (error) => {
    failure ??= error;
  };
  for await (const chunk of withoutNaN(chunks)) {
    for (let from = 0; from < chunk.length && !failure; from += PIECE) {
      const piece = chunk.subarray(from, from + PIECE);
      tokenizer.write(piece);
      read += piece.length;
      if (read - last > LONGEST) failure ??= new Error("a text of more than 4 MiB");
    }
    if (failure) break;
  }
  const { findings } = collector;
  if (failure) {
    const what = failure.message.replace(/^Unexpected /, "").replace(/ at (?:\w+ )?position.*| in state.*/s, "");
    findings.problem(`byte ${last}`, "JSON", `${shown(what)}, after which nothing was read`);
  } else if (!documents.complete) findings.note(`the document is cut off after byte ${last}`);
  documents.end();
}
