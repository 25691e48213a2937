import { BackgroundPace, type Pace } from '../clock/background-pace.js';
import { unescaped } from './readings.js';

/**
 * What editors, mail programs and terminals put into a text: colours, soft line breaks and escapes of quoted-printable (RFC 2045
 * §6.7), invisible characters, Markdown's backslashes, and the breaks of wrapped and quoted lines. A match begins only where a
 * run of blanks does, so that the time grows with the length of the text.
 */
const LAYOUT: readonly (readonly [RegExp, (match: string, ...groups: string[]) => string])[] = [
  [/\u001b\[[0-9;]*[A-Za-z]/g, nothing],
  [/=[ \t]*\r?\n/g, nothing],
  [/=([0-9A-F]{2})/g, (_, hex = '') => String.fromCharCode(parseInt(hex, 16))],
  [/\p{Cf}/gu, nothing],
  [/\\(?=[!-/:-@[-`{-~])/g, nothing],
  [/(?<![ \t])[ \t]*\r?\n[ \t>]*/g, nothing],
];

function nothing(): string {
  return '';
}

/** A line break as JSON and most programming languages write it, however often it was escaped itself. */
const WRITTEN_BREAK = /\\{1,8}[nr]/g;

/**
 * What a text can mean that somebody pasted: as it is, with its escapes undone, and each without its layout. It takes its time,
 * so that other work goes first.
 */
export async function pastedReadings(text: string, pace: Pace = new BackgroundPace()): Promise<string[]> {
  const meant = unescaped(text.replace(WRITTEN_BREAK, '\n'));
  await pace.rest();
  const plain = [...new Set([text, meant])];
  const bare: string[] = [];
  for (const each of plain) bare.push(await withoutLayout(each, pace));
  return [...new Set([...plain, ...bare])];
}

/** The only one of the wanted values that the readings of a text hold. Null when there is none, or more than one. */
export async function soleIn(text: string, allIn: (reading: string) => Iterable<string>): Promise<string | null> {
  const found = new Set<string>();
  for (const reading of await pastedReadings(text)) for (const value of allIn(reading)) found.add(value);
  const [value, ...others] = found;
  return value !== undefined && others.length === 0 ? value : null;
}

async function withoutLayout(text: string, pace: Pace): Promise<string> {
  let left = text;
  for (const [layout, meant] of LAYOUT) {
    left = left.replace(layout, meant);
    await pace.rest();
  }
  return left;
}
