import { rendered } from "./rendered.ts";

/** Whether there is a font with two letters here: without one both are drawn as the same box, or as nothing. */
export async function hasLetters(two: string): Promise<boolean> {
  const [first, second] = await Promise.all(
    [...two].map(async (letter) => {
      const text = `<text x="4" y="24" font-size="20" font-family="sans-serif">${letter}</text>`;
      return (await rendered(`<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32">${text}</svg>`)).pixels;
    }),
  );
  return first !== undefined && second !== undefined && !Buffer.from(first).equals(second);
}
