/** A LIKE pattern that finds the text anywhere, even when the text contains wildcards: for `LOWER(column) LIKE … ESCAPE '!'`. */
export function containing(text: string): string {
  return `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
}
