/** Whether an argument is written as a call; apart from what reads it, which takes time to load. */
export function looksLikeCall(text: string): boolean {
  return /^\s*[a-zA-Z]\w*\s*\(/.test(text);
}
