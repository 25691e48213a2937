import type { Schemas } from '../api/client';
import { now } from '../clock';
import { text } from '../text/text';

const { form: words } = text.tokens;

export type Expiry = '7' | '30' | '90' | 'date' | 'never';

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

export const EMPTY_TOKEN: NewToken = {
  name: '',
  expiry: '30',
  date: '',
  scopes: null,
  accountId: '',
  networks: '',
};

const DAY_MILLISECONDS = 24 * 3600 * 1000;

/** A date is the last day that it works: to that day's end where the viewer is. */
export function expiresAt({ expiry, date }: Pick<NewToken, 'expiry' | 'date'>): string | null {
  if (expiry === 'never') return null;
  if (expiry === 'date') return new Date(`${date}T23:59:59`).toISOString();
  return new Date(now().getTime() + Number(expiry) * DAY_MILLISECONDS).toISOString();
}

/** `2026-11-26`, where the viewer is. */
export function today(): string {
  const date = now();
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** What the lines of a field name; null is none, and so any network. */
export function networksOf(lines: string): string[] | null {
  const networks = lines.split(/[\s,]+/).filter((network) => network !== '');
  return networks.length === 0 ? null : networks;
}

export function requestOf(token: NewToken): Schemas['CreateTokenRequest'] {
  return {
    name: token.name.trim(),
    expiresAt: expiresAt(token),
    scopes: token.scopes,
    accountId: token.accountId === '' ? null : token.accountId,
    allowedNetworks: networksOf(token.networks),
  };
}
