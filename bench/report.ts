import { median, type Result } from './rounds.js';
import type { BaselineKind } from './target.types.js';

const HEADINGS = [
  'call',
  'target',
  'database',
  'req/s',
  'spread',
  'of bare',
  'of bare + read',
  'µs CPU',
  'MiB',
  'wrong',
];

/**
 * The one table: speeds, and their ratios to the baselines of the same call (and of the same database, if the target reads one).
 * A ratio is the median of the ratios of the rounds: a slow minute of the machine slows down its baseline too.
 */
export function table(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.target.call,
    result.target.name,
    result.target.dialect ?? '–',
    result.perSecond.toFixed(0),
    `${(result.spread * 100).toFixed(0)} %`,
    ratio(result, 'bare', results),
    ratio(result, 'read', results),
    result.processorMicroseconds.toFixed(1),
    result.residentMebibytes.toFixed(0),
    String(result.wrong),
  ]);
  return aligned([HEADINGS, ...rows]);
}

function ratio(result: Result, kind: BaselineKind, all: readonly Result[]): string {
  const { call, dialect } = result.target;
  const baseline = all.find(
    ({ target }) => target.baseline === kind && target.call === call && (kind === 'bare' || target.dialect === dialect),
  );
  if (baseline === undefined) return '';
  return median(result.speeds.map((speed, round) => speed / (baseline.speeds[round] ?? Number.NaN))).toFixed(2);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isText = (column: number): boolean => column < 3;
  const lines = rows.map((row) =>
    row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  return lines.map((cells) => cells.join('  ').trimEnd()).join('\n');
}
