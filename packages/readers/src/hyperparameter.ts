/** What programs call a hyperparameter of Python's: `weightDecay` for `weight_decay`. */
export function hyperparameter(name: string): string {
  return name.replace(/(?<=[A-Za-z\d])_([a-z\d])/g, (_, first: string) => first.toUpperCase());
}
