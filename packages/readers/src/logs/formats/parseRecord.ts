/** The words of a Python literal, apart from whitespace. */
const WORD =
  /\s+|('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([+-]?[A-Za-z_][\w.]*)|([{}[\](),:=])/gy;

/** What words are in JSON; what is no number is a text, which a column of numbers then reads as none. */
const WORDS: Readonly<Record<string, string>> = {
  true: "true",
  false: "false",
  null: "null",
  True: "true",
  False: "false",
  None: "null",
};

/**
 * A record as JSON, JSON with Python's NaN, or a dictionary as Python prints it, with numpy's and PyTorch's numbers in it:
 * `{'lr': np.float64(0.1), 'loss': tensor(2.5, device='cuda:0')}`. It is parsed and never run; undefined where it is none.
 */
export function parseRecord(text: string): object | undefined {
  // An error takes as long as several records, and a log may have one of these in each.
  const likely = UNLIKE_JSON.test(text) ? asJson(text) : undefined;
  let value = likely?.certain ? undefined : parsed(text);
  if (value === undefined) {
    const { json } = likely ?? asJson(text);
    value = json === undefined ? undefined : parsed(json);
  }
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

/** What JSON's text holds, which is never undefined; undefined where it is none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What JSON has in texts alone, or not at all. */
const UNLIKE_JSON = /'|[:,[{]\s*[+-]?(?!true|false|null)[A-Za-z_]/;

/** A text as JSON, where it can be one, and whether it is certain that it was none before. */
interface AsJson {
  readonly json?: string;
  readonly certain: boolean;
}

const JSON_WORDS = new Set(["true", "false", "null"]);

/** How many calls may be open: more is no number that was printed. */
const DEEPEST_CALL = 8;

function asJson(text: string): AsJson {
  let certain = false;
  const parts: string[] = [];
  /** What each open parenthesis closes with, and whether what comes is left out, as after a call's first argument. */
  const open: { readonly call: boolean; left: boolean }[] = [];
  let called = false;
  WORD.lastIndex = 0;
  while (WORD.lastIndex < text.length) {
    const match = WORD.exec(text);
    if (!match) return { certain };
    const [, quoted, number, word, sign] = match;
    certain ||= quoted?.startsWith("'") === true || (word !== undefined && !JSON_WORDS.has(word));
    const top = open.at(-1);
    if (sign === "(") {
      if (open.length > DEEPEST_CALL) return { certain };
      open.push({ call: called, left: top?.left ?? false });
      if (!called && !(top?.left ?? false)) parts.push("[");
      called = false;
    } else if (called) return { certain };
    else if (sign === ")") {
      const closed = open.pop();
      if (!closed) return { certain };
      if (!closed.call && !(open.at(-1)?.left ?? false)) {
        if (parts.at(-1) === ",") parts.pop();
        parts.push("]");
      }
    } else if (sign === "," && top?.call) top.left = true;
    else if (top?.left) continue;
    else if (sign === "=") return { certain };
    else if (word !== undefined && text[WORD.lastIndex] === "(") called = true;
    else if (word !== undefined)
      parts.push(Object.hasOwn(WORDS, word) ? (WORDS[word] as string) : JSON.stringify(word));
    else if (quoted !== undefined) parts.push(JSON.stringify(quoted.slice(1, -1).replaceAll(/\\(.)/g, "$1")));
    else if (number !== undefined) parts.push(JSON.stringify(Number(number)));
    else if (sign !== undefined) {
      if ((sign === "}" || sign === "]") && parts.at(-1) === ",") parts.pop();
      parts.push(sign);
    }
  }
  return open.length === 0 && !called ? { json: parts.join(""), certain } : { certain };
}
