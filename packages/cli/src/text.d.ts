/** A font's file, by its path from the code that imports it. */
declare module "*.ttf" {
  const path: string;
  export default path;
}

/** A program in Python, which is handed to it as text. */
declare module "*.py" {
  const text: string;
  export default text;
}
