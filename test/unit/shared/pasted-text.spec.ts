import { describe, expect, it } from '@jest/globals';
import { KeyRing } from '../../../src/shared/crypto/key-ring.js';
import { CredentialFormat } from '../../../src/shared/crypto/credential-format.js';
import { Randomness } from '../../../src/shared/crypto/randomness.js';
import { CredentialFinder } from '../../../src/shared/exposure/credential-finder.js';
import { pastedReadings } from '../../../src/shared/exposure/pasted-text.js';

const MIB = 1024 * 1024;
const randomness = new Randomness();
const format = new CredentialFormat('gth');
const finder = new CredentialFinder(format);
const digits = (bytes: number) => Buffer.from(randomness.bytes(bytes)).toString('base64url');
const session = () =>
  new KeyRing([randomness.bytes(32)], randomness).seal('0199c0de-0000-7000-8000-0000000000ff', 'session-cookie');

const VALUES = {
  'a token': format.generate('pat', randomness),
  'a secret': format.generate('sec', randomness),
  'a JWT': `eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJ${digits(150)}.${digits(64)}`,
  'a session': session(),
};

/** Put between each two parts of a credential: what may stand where a line was wrapped. */
const BETWEEN_LINES: Record<string, string> = {
  'a line feed': '\n',
  'CR LF': '\r\n',
  'a carriage return': '\r',
  'a form feed': '\f',
  'a vertical tab': '\v',
  'NEL, the line break of EBCDIC': '\u0085',
  'LINE SEPARATOR': '\u2028',
  'PARAGRAPH SEPARATOR': '\u2029',
  'an empty line': '\n\n',
  'an indent': '\n    ',
  'an indent of no-break spaces': '\n\u00a0\u00a0',
  'an indent of wide spaces': '\r\n\u3000\u2003',
  'blanks before it': '  \u00a0\n',
  'the continuation of a shell': '\\\n',
  'the continuation of a shell, with an indent': ' \\\r\n  ',
  'the continuation of cmd': '^\r\n',
  'the continuation of PowerShell': '`\r\n  ',
  'a written line break': '\\n',
  'a written CR LF': '\\r\\n',
  'a written line break, escaped once more': '\\\\n',
  'a written line break and an indent': '\\n\\t  ',
  'an encoded line break': '%0D%0A',
  'a reference to a line break': '&#10;',
  'a named line break': '&NewLine;',
  'a quoted line': '\r\n> ',
  'a line quoted twice': '\n>> ',
  'a quoted line in HTML': '\n&gt; ',
  'an added line of a diff': '\n+',
  'a removed line of a diff': '\n-',
  'a column': '\n| ',
  'a row of a table': ' |\n| ',
  'a box': ' │\n│ ',
  'a heavy box': ' ┃\n┃ ',
  'a comment': '\n# ',
  'a comment of C': '\n// ',
  'a comment of Java': '\n * ',
  'strings that are put together': '" +\n  "',
  'strings side by side': "'\n '",
  'line numbers': '\n   12\t',
  'line numbers of grep': '\n12:',
  'an arrow of an editor': '↵\n',
  'a break of HTML': '<br>',
  'a break of XHTML, and a line': '<br />\r\n',
  'an end of a paragraph': '</p>\n<p class="x">',
};

/** Put between each two parts of a credential: what can't be seen. */
const INVISIBLE: Record<string, string> = {
  'a chance to break': '<wbr>',
  'a chance to break, closed': '<wbr/>',
  'marked text': '</span><span class="hl">',
  'a comment in HTML': '<!-- x -->',
  'a zero-width space': '\u200b',
  'a zero-width space as a reference': '&#8203;',
  'a zero-width space as a hexadecimal reference': '&#x200B;',
  'a zero-width space by name': '&ZeroWidthSpace;',
  'a zero-width space, percent-encoded': '%E2%80%8B',
  'a zero-width space in JSON': '\\u200b',
  'a zero-width space in JavaScript': '\\u{200b}',
  'a zero-width space in quoted-printable': '=E2=80=8B',
  'a soft hyphen': '\u00ad',
  'a soft hyphen by name': '&shy;',
  'a soft hyphen, escaped twice': '&amp;shy;',
  'a word joiner': '\u2060',
  'a variation selector': '\ufe0f',
  'a combining mark': '\u0336',
  'a grapheme joiner': '\u034f',
  'a Hangul filler': '\u3164',
  'a zero byte': '\0',
  'a bell': '\u0007',
  'an erased letter': 'x\b',
  'a colour': '\u001b[1;31m',
  'a colour by its RGB': '\u001b[38:2::1:2:3m',
  'a cursor that is shown': '\u001b[?25h',
  'a link': '\u001b]8;;https://example.com/a\u001b\\',
  'a link that a bell ends': '\u001b]8;id=1;https://example.com/a\u0007',
  'a title': '\u001b]0;a title\u0007',
  'a device control string': '\u001bP1$r0m\u001b\\',
  'another set of characters': '\u001b(B',
  'a colour in eight bits': '\u009b1m',
  'a colour as cat -v shows it': '^[[1;31m',
  'a colour, escaped in JSON': '\\u001b[1;31m',
  'a colour, escaped for a shell': '\\e[1;31m',
  'a colour, escaped in octal': '\\033[1;31m',
  'a soft line break of quoted-printable': '=\r\n',
};

/** What programs make of the underscores of a credential. */
const UNDERSCORE: Record<string, string> = {
  Markdown: '\\_',
  'a name of HTML': '&lowbar;',
  'a second name of HTML': '&UnderBar;',
  'a name of HTML without its end': '&lowbar',
  'a decimal reference without its end': '&#95',
  'a hexadecimal reference': '&#x5F;',
  'a reference that was escaped': '&amp;#95;',
  'an escape of JavaScript': '\\u{5f}',
  'an escape in octal': '\\137',
  'an escape of C': '\\x5f',
  'quoted-printable': '=5F',
  'quoted-printable in small letters': '=5f',
  'percent-encoding': '%5F',
};

const cut = (value: string, between: string) => {
  const middle = Math.floor(value.length / 2);
  return value.slice(0, 9) + between + value.slice(9, middle) + between + value.slice(middle);
};
/** Those of the values that a text does not show, once it was written in some way. */
async function missed(written: (value: string) => string): Promise<string[]> {
  const kinds = [];
  for (const [kind, value] of Object.entries(VALUES))
    if (!(await finder.findInText(`found: ${written(value)}\nin a log`)).includes(value)) kinds.push(kind);
  return kinds;
}

describe('a text that somebody pasted', () => {
  it.each(Object.entries({ ...BETWEEN_LINES, ...INVISIBLE }))(
    'shows each credential that is cut by %s',
    async (_, between) => {
      expect(await missed((value) => cut(value, between))).toEqual([]);
    },
  );

  it.each(Object.entries(UNDERSCORE))('shows each credential with underscores as %s', async (_, written) => {
    expect(await missed((value) => value.replace(/_(?=[a-z])/gi, () => written))).toEqual([]);
  });

  it.each<[string, (value: string) => string]>([
    ['JSON, of lines that were wrapped', (value) => JSON.stringify({ log: cut(value, '\r\n> ') })],
    ['a mail in HTML and quoted-printable', (value) => cut(value, '=\r\n').replaceAll('_', '&lowbar=3B')],
    ['Markdown that was wrapped', (value) => cut(value, '\n> ').replaceAll('_', '\\_')],
    ['a log of Docker', (value) => JSON.stringify({ log: `\u001b[32m${cut(value, '\u001b[0m\u001b[32m')}\n` })],
    ['bold print of a manual', (value) => Array.from(value, (sign) => `${sign}\b${sign}`).join('')],
    ['underlined print of a manual', (value) => Array.from(value, (sign) => `_\b${sign}`).join('')],
    ['lines of four', (value) => value.replace(/.{4}/g, '$&\r\n')],
    ['a box', (value) => `┌────┐\n${value.replace(/.{20}/g, '│ $& │\n')}`],
  ])('shows each credential in %s', async (_, written) => {
    expect(await missed(written)).toEqual([]);
  });

  it('shows a cookie that was wrapped, whatever its key id and wherever the line ends', async () => {
    for (let i = 0; i < 40; i++) {
      const value = session();
      const at = 10 + i * 2;
      const text = `Cookie: __Host-gatehouse=${value.slice(0, at)}\r\n  ${value.slice(at)}; x=1`;
      expect([at, (await finder.findInText(text)).includes(value)]).toEqual([at, true]);
    }
  });

  it('shows no credential with a sign that is wrong, or one too few', async () => {
    const token = VALUES['a token'];
    const wrong = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
    for (const between of ['', '\n', '<wbr>', '\\n', '=\r\n'])
      for (const text of [wrong, token.slice(0, -1)]) expect(await finder.findInText(cut(text, between))).toEqual([]);
  });

  it('keeps what looks like an escape and is none', async () => {
    for (const text of ['&#x110000; &unknown; \\u{ffffff} %zz =zz %ff =ff', '&constructor; &toString;'])
      expect((await pastedReadings(text))[0]).toBe(text);
    expect(await pastedReadings('&constructor; &unknown;')).toEqual(['&constructor; &unknown;']);
  });

  it('[79] has at most nine readings, none longer than it', async () => {
    const text = cut('a=5F\\_&lowbar;\n1: \\137&amp;#95;%5F<br>=C3=A4\u001b[1m', '\n- =\r\n');
    const read = await pastedReadings(text);
    expect(read.length).toBeGreaterThan(4);
    expect(read.length).toBeLessThanOrEqual(9);
    for (const each of read) expect(each.length).toBeLessThanOrEqual(text.length);
  });

  /** Quadratic time would be a million times a million steps for each of these: the test would not end. */
  it.each(
    [
      ' ',
      '\t',
      '= ',
      '=',
      '\r',
      '\n',
      '\n ',
      '\r\n> ',
      '"\n"',
      '\\',
      '\\1',
      '\\n',
      '\\u{1',
      '\\u005c',
      '=5F',
      '=E2',
    ].concat(
      ['\u00ad', '\u0300', '\u001b[', '\u001b[1;', '\u001b]', '\u001b]8;;', '\u009d', '\u0090a', '^[[', '\b', 'a\b'],
      ['<', '<a', '<!--', '&', '&#', '&#x1', '&amp;', '&negative', '|', '\n1', '\n1 ', '-', '%', '%E2%80', '%25', 'x'],
    ),
  )('[79] is read in time that grows with its length alone: a MiB of %j', async (part) => {
    const text = part.repeat(Math.ceil(MIB / part.length)).slice(0, MIB);
    for (const read of await pastedReadings(text)) expect(read.length).toBeLessThanOrEqual(MIB);
  });
});
