/** How high a chart is, in the units of its own that it is drawn in; an hour is one unit wide. */
export const HEIGHT = 100;
/** Of an hour's width, what stays free beside its bar; where bars are finer than a line, none does. */
const GAP = 0.2;
const MOST_WITH_GAPS = 200;
/** What is counted is seen, however much more another hour has. */
const LEAST_HEIGHT = 1.5;

/** A bar for each count, as the path of an SVG; those without any have none. */
export function barsOf(counts: readonly number[]): string {
  const most = mostOf(counts);
  const width = counts.length > MOST_WITH_GAPS ? 1 : 1 - GAP;
  return counts
    .map((count, index) => {
      if (count === 0) return '';
      const height = Math.max(LEAST_HEIGHT, (count / most) * HEIGHT).toFixed(2);
      return `M${index} ${HEIGHT}v-${height}h${width}v${height}z`;
    })
    .join('');
}

export function mostOf(counts: readonly number[]): number {
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

export function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
