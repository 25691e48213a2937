import { domainToASCII } from 'node:url';

/**
 * Characters that no name may have: control characters (SQLite ends a text at the first NUL), halves of surrogate pairs, and
 * invisible characters. A name must not begin or end with a blank either, because MySQL pads compared texts with blanks (PAD
 * SPACE).
 */
const IN_NO_NAME =
  /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\p{Surrogate}\p{Noncharacter_Code_Point}]|^\s|\s$/u;
/** `domainToASCII` reads the host of a URL: what ends a host there, or is decoded, would silently make another domain. */
const IN_NO_DOMAIN = /[/?#\\:%@\s]/;

/**
 * The form in which a username or an e-mail address is stored and compared, however it was typed: NFC, in lower case, with the
 * domain of an address in ASCII (UTS #46). Null for a text that can be neither.
 */
export function loginName(typed: string): string | null {
  return IN_NO_NAME.test(typed) ? null : normalLogin(typed);
}

/** As `loginName`, for a text that is validated next: a text that can't be a name stays as it is. */
export function normalLogin(typed: string): string {
  const name = typed.normalize('NFC');
  const at = name.lastIndexOf('@');
  const domain = name.slice(at + 1);
  // Before it is in lower case: UTS #46 maps capitals by its own table, where a capital sigma at the end is no final one.
  const ascii = at < 0 || IN_NO_DOMAIN.test(domain) ? '' : domainToASCII(domain);
  return ascii === '' ? name.toLowerCase() : name.slice(0, at + 1).toLowerCase() + ascii;
}
