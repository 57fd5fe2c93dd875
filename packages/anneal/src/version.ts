/** The version of the saved form. */
export const VERSION = 1;
