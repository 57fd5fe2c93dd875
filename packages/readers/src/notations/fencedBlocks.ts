const FENCE = /^[ \t]{0,3}(`{3,}|~{3,})[ \t]*([\w+-]*)/;
const PYTHON = /^(?:python\d?|py|pycon|ipython\d?)$/i;

/** The lines of all blocks, each with those before it. */
const MOST_LINES = 4_000_000;

/**
 * The blocks of a page of Markdown that are not marked as Python: what stands between lines of three backquotes or
 * tildes. Each begins with as many empty lines as come before it, so that places in it are places of the page.
 */
export function fencedBlocks(text: string): readonly string[] {
  const blocks: string[] = [];
  if (!text.includes("```") && !text.includes("~~~")) return blocks;
  let open: string | undefined;
  let size = 0;
  let [language, first] = ["", 0];
  const lines = text.split("\n");
  lines.forEach((line, i) => {
    const [, fence, word = ""] = FENCE.exec(line) ?? [];
    if (open !== undefined && fence?.startsWith(open) && !word) {
      size += i;
      if (!PYTHON.test(language) && size < MOST_LINES) {
        blocks.push("\n".repeat(first) + lines.slice(first, i).join("\n"));
      }
      open = undefined;
    } else if (open === undefined && fence) [open, language, first] = [fence, word, i + 1];
  });
  return blocks;
}
