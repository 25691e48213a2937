/**
 * The first characters of a text, counted as code points: as validation and MySQL count them, and never half of a surrogate pair.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return Array.from(text.slice(0, 2 * most))
    .slice(0, most)
    .join('');
}
