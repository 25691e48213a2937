import { BackgroundPace, type Pace } from '../clock/background-pace.js';
import { unescaped } from './readings.js';

type Step = readonly [RegExp, string | ((match: string, ...groups: string[]) => string)];

const BLANKS = ' \\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const BREAKS = '\\n\\v\\f\\r\\u0085\\u2028\\u2029';
/** Around the break of a line: quoting, diffs, comments, tables, boxes, continuation, and strings that are put together. */
const MARKS = '>|+#*/;\\\\^&"\'`\\u2026\\u21a9\\u21b5\\u23ce\\u00b6\\u00bb\\u2500-\\u259f';
const BREAK = new RegExp(`[${BREAKS}]`);

/**
 * What editors, mail programs and terminals put into a text. Each pattern stops where it could begin again, so that the time
 * grows with the length of the text.
 */
const LAYOUT: readonly Step[] = [
  // ECMA-48 §5.4 and §5.6: sequences of terminals, such as colours and links, also as `cat -v` shows them
  [
    /(?:\u001b\[|\u009b|\^\[\[)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u0090\u009d])[^\u0007\u001b\u0090\u009c\u009d]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]/g,
    '',
  ],
  [/<[/!]?[a-z-][^<>]*>/gi, ''],
  [/[^\n\u0008]\u0008/g, ''],
  [/[\p{Cf}\p{Default_Ignorable_Code_Point}\p{M}\0-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu, ''],
  [/[\u2010\u2011\u2212\ufe63\uff0d]/g, '-'],
  // Markdown
  [/\\(?=[!-/:-@[-`{-~])/g, ''],
  [new RegExp(`[${BLANKS}${BREAKS}${MARKS}]+`, 'g'), (run) => (BREAK.test(run) ? '' : run)],
];

/** Quoted-printable (RFC 2045 §6.7). It is a reading of its own, as `=` and two digits also stand in other texts. */
const QUOTED_PRINTABLE: readonly Step[] = [
  [/=[ \t]*\r?\n/g, ''],
  [/(?:=[0-9A-F]{2})+/gi, (run) => utf8(run.replaceAll('=', ''))],
];

/** What tools put before each line: its number, or the minus of a diff. */
const LINE_STARTS: readonly Step[] = [[/(?<![^\n\r])[ \t]*(?:\d{1,6}(?: *[:|\u2502-]|\t)|-)[ \t]?/g, '']];

/** Names of HTML for the signs of credentials, for what stands beside them, and for what can't be seen. */
const NAMED: Readonly<Record<string, string>> = {
  lowbar: '_',
  underbar: '_',
  period: '.',
  equals: '=',
  percnt: '%',
  bsol: '\\',
  num: '#',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  grave: '`',
  dash: '-',
  hyphen: '-',
  nbsp: ' ',
  tab: '\t',
  newline: '\n',
};
const NAMES_OF_NOTHING = /&(?:shy|zwj|zwnj|lrm|rlm|nobreak|zerowidthspace|negative\w{3,9}space);?/gi;

/** Escapes that only texts have, beyond those that readings.ts knows; however often they were escaped themselves. */
const WRITTEN: readonly Step[] = [
  [/\\{1,8}[nr]/g, '\n'],
  [/\\{1,8}t/g, '\t'],
  [/\\{1,8}e(?=[[\]])/g, '\u001b'],
  [/\\{1,8}u\{([0-9a-f]{1,6})\}/gi, (_, hex = '') => signOf(parseInt(hex, 16))],
  [/\\{1,8}([0-3][0-7]{2})/g, (_, octal = '') => signOf(parseInt(octal, 8))],
  [/&#x([0-9a-f]{1,6});?/gi, (_, hex = '') => signOf(parseInt(hex, 16))],
  [/&#([0-9]{1,7});?/g, (_, decimal = '') => signOf(Number(decimal))],
  [NAMES_OF_NOTHING, ''],
  [new RegExp(`&(${Object.keys(NAMED).join('|')});?`, 'gi'), (match, name = '') => NAMED[name.toLowerCase()] ?? match],
  [/(?:%[0-9a-f]{2})+/gi, (run) => utf8(run.replaceAll('%', ''))],
];
/** Each program on the way may escape once. */
const MOST_WRITTEN = 3;

/**
 * What a text can mean that somebody pasted: as it is, with its escapes and quoted-printable undone, and each without its
 * layout. There are at most nine readings, none longer than the text. It takes its time, so that other work goes first.
 */
export async function pastedReadings(text: string, pace: Pace = new BackgroundPace()): Promise<string[]> {
  const meant = await meaning(text, pace);
  const plain = [text, meant];
  for (const each of new Set([text, meant])) plain.push(await meaning(await after(QUOTED_PRINTABLE, each, pace), pace));
  const bare: string[] = [];
  for (const each of new Set([...plain, await after(LINE_STARTS, meant, pace)]))
    bare.push(await after(LAYOUT, each, pace));
  return [...new Set([...plain, ...bare])];
}

/** The only one of the wanted values that the readings of a text hold. Null when there is none, or more than one. */
export async function soleIn(text: string, allIn: (reading: string) => Iterable<string>): Promise<string | null> {
  const found = new Set<string>();
  for (const reading of await pastedReadings(text)) for (const value of allIn(reading)) found.add(value);
  const [value, ...others] = found;
  return value !== undefined && others.length === 0 ? value : null;
}

async function meaning(text: string, pace: Pace): Promise<string> {
  let [before, meant] = ['', text];
  for (let i = 0; i < MOST_WRITTEN && meant !== before; i++) {
    before = meant;
    meant = unescaped(await after(WRITTEN, meant, pace));
    await pace.rest();
  }
  return meant;
}

async function after(steps: readonly Step[], text: string, pace: Pace): Promise<string> {
  let left = text;
  for (const [pattern, replacement] of steps) {
    left = typeof replacement === 'string' ? left.replace(pattern, replacement) : left.replace(pattern, replacement);
    await pace.rest();
  }
  return left;
}

/** The text of some bytes in hexadecimal; of ISO 8859-1, if they are none of UTF-8. */
function utf8(hex: string): string {
  const bytes = Buffer.from(hex, 'hex');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}

function signOf(code: number): string {
  return code > 0x10ffff ? '' : String.fromCodePoint(code);
}
