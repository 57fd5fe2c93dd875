/** How many problems an error lists. */
export const MOST_ISSUES = 100;
/** How many plans may stand inside each other. */
export const DEEPEST = 64;
/** How many plans one plan may be made of. */
export const MOST_PLANS = 10_000;
/** How many entries a list may have. */
export const LONGEST_LIST = 100_000;
/** How many characters a text may have. */
export const LONGEST_TEXT = 32;
/** How many entries all lists of a plan may have. */
export const MOST_ENTRIES = 200_000;
/** How many pieces a plan may be made of. */
export const MOST_PIECES = 1_000_000;
