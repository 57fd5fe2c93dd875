/** A name with parentheses in it, such as a second copy that a browser saved: `train (1).py`. */
const FILE = /^[^{}[\]"'`,:]*\.[a-zA-Z]\w*$/;

/**
 * Whether an argument is written as a call; apart from what reads it, which takes time to load. A path, also of
 * Windows, has its colon, dots, slashes or end before any parenthesis, or an extension after the last.
 */
export function looksLikeCall(text: string): boolean {
  return /^\s*[a-zA-Z]\w*\s*\(/.test(text) && !FILE.test(text);
}
