/** Our credentials whatever their prefix, and JSON web tokens. */
const CREDENTIAL = /[A-Za-z][A-Za-z0-9]{1,15}_(pat|app|sec)_[0-9A-Za-z]{20,}/g;
/** Looks from the start of each word, once, and only when dots follow it: whoever sends a long word can't make this slow. */
const JWT = /(?<![\w-])(?=[\w-]+\.[\w-]{8,}\.)[\w-]*?eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g;
/** What a key ring has sealed: the value of a session cookie. */
const SEALED = /\b[0-9a-f]{8}\.[\w-]{40,}/g;

/** The last line of defence of a text on its way to a log or an answer: no credential in it survives (ASVS V16.2.5). */
export function masked(text: string): string {
  return text.replace(CREDENTIAL, '[$1 secret]').replace(JWT, '[jwt secret]').replace(SEALED, '[sealed secret]');
}
