const numbers = new Intl.NumberFormat('en');

/** `1,204`. */
export function inNumbers(count: number): string {
  return numbers.format(count);
}
