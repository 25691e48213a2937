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
 * The text without what editors, mail programs and terminals put into it: colours, soft line breaks and escapes of
 * quoted-printable (RFC 2045 §6.7), invisible characters, Markdown's backslashes, and the breaks of wrapped and quoted lines.
 */
export function withoutLayout(text: string): string {
  return text
    .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\p{Cf}/gu, '')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/[ \t]*\r?\n[ \t>]*/g, '');
}
