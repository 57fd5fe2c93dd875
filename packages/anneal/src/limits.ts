/** How many problems an error lists. */
export const MOST_ISSUES = 100;
/** How many plans may stand inside each other. */
export const DEEPEST = 64;
/** How many entries a list may have. */
export const LONGEST_LIST = 100_000;
/** How many characters a text may have. */
export const LONGEST_TEXT = 32;
/** How many entries all lists of a plan may have, where what takes longer to read than a number counts as several. */
export const MOST_ENTRIES = 320_000;
/** As how many entries a text in a list counts, and a field that is not known. */
export const TEXT_ENTRIES = 2;
/** As how many entries a plan counts. */
export const PLAN_ENTRIES = 30;
/** How many pieces a plan may be made of. */
export const MOST_PIECES = 1_000_000;
