import type { BackgroundPace } from '../clock/background-pace.js';

/** The characters of credentials: base64url, the underscores of our prefixes, and the dots of a JWT. */
const WORD = /[\w-]+(?:\.[\w-]+)*/g;

/**
 * The only word of a text that is wanted, without what people and programs put around it: blanks, quotes, `Bearer`, `TOKEN=`.
 * Null when there is none, or more than one.
 */
export function soleWord(text: string, isWanted: (word: string) => boolean): string | null {
  const [word, ...others] = new Set(text.match(WORD)?.filter(isWanted));
  return word !== undefined && others.length === 0 ? word : null;
}

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

/** The text without any layout. It takes its time, so that other work goes first. */
export async function withoutLayout(text: string, pace: Pick<BackgroundPace, 'rest'>): Promise<string> {
  let left = text;
  for (const [layout, meant] of LAYOUT) {
    left = left.replace(layout, meant);
    await pace.rest();
  }
  return left;
}
