/** Our credentials with any prefix, and JSON web tokens. */
const CREDENTIAL = /[A-Za-z][A-Za-z0-9]{1,15}_(pat|app|sec)_[0-9A-Za-z]{20,}/g;
/**
 * Looks once from the start of each word, and only when dots follow, so that a long word from a caller can't make the search
 * slow.
 */
const JWT = /(?<![\w-])(?=[\w-]+\.[\w-]{8,}\.)[\w-]*?eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g;
/** A value that a key ring has sealed: that of a session cookie. */
const SEALED = /\b[0-9a-f]{8}\.[\w-]{40,}/g;

/** The last line of defence for a text on its way to a log or an answer: removes every credential from it (ASVS V16.2.5). */
export function masked(text: string): string {
  return text.replace(CREDENTIAL, '[$1 secret]').replace(JWT, '[jwt secret]').replace(SEALED, '[sealed secret]');
}
