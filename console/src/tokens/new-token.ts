import type { Schemas } from '../api/client';
import { text } from '../text/text';
import { expiresAt, usualExpiry, type Expiry, type Limits } from './expiry';

const { form: words } = text.tokens;

/** What the form holds; the API is told by `requestOf`. */
export interface NewToken {
  name: string;
  expiry: Expiry;
  /** A day of the viewer's calendar, `2027-06-30`, when the expiry is a date. */
  date: string;
  /** Null is all that the owner may do. */
  scopes: string[] | null;
  accountId: string;
  networks: string;
}

/** What the form calls the fields of the API. */
export const TOKEN_LABELS = {
  name: words.name,
  scopes: words.may,
  allowedNetworks: words.networks,
  expiresAt: words.expiry,
} as const;

export function emptyToken(limits: Limits): NewToken {
  return { name: '', expiry: usualExpiry(limits), date: '', scopes: null, accountId: '', networks: '' };
}

/** What the lines of a field name; null is none, and so any network. */
export function networksOf(lines: string): string[] | null {
  const networks = lines.split(/[\s,]+/).filter((network) => network !== '');
  return networks.length === 0 ? null : networks;
}

export function requestOf(token: NewToken, limits: Limits): Schemas['CreateTokenRequest'] {
  return {
    name: token.name.trim(),
    expiresAt: expiresAt(token, limits),
    scopes: token.scopes,
    accountId: token.accountId === '' ? null : token.accountId,
    allowedNetworks: networksOf(token.networks),
  };
}
