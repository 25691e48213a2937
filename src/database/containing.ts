/** A LIKE pattern that finds the text anywhere, whatever wildcards it holds: for `LOWER(column) LIKE … ESCAPE '!'`. */
export function containing(text: string): string {
  return `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
}
