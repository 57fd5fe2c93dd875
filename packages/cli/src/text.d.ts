/** A program in Python, which is handed to it as text. */
declare module "*.py" {
  const text: string;
  export default text;
}
