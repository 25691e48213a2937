import { counted } from './words';

interface Details {
  readonly [name: string]: unknown;
}

function word(details: Details, name: string): string {
  const value = details[name];
  return typeof value === 'string' ? value : '';
}

function count(details: Details, name: string): number {
  const value = details[name];
  return typeof value === 'number' ? value : 0;
}

function holdings(details: Details): string {
  return `${counted(count(details, 'tokens'), 'token')} and ${counted(count(details, 'applications'), 'API key')}`;
}

/** What happened, by kind, in words. */
const SENTENCES: Readonly<Record<string, (details: Details) => string>> = {
  'credential.sent_in_plaintext': (details) =>
    `${word(details, 'name')} was sent over a connection that is not encrypted, and is revoked`,
  'credential.inherited_refused': (details) =>
    `${word(details, 'name')}, which you look after since it was inherited, tried to do more than make calls: replace its value`,
  'token.revoked': (details) => `An administrator revoked your token ${word(details, 'name')}`,
  'credential.leaked': (details) => `${word(details, 'name')} was found in the open, and is revoked`,
  'holdings.inherited': (details) => `${word(details, 'username')} left: ${holdings(details)} are yours now`,
  'holdings.decommissioned': (details) => `${word(details, 'username')} left: ${holdings(details)} work no more`,
  'holdings.received': (details) => `${holdings(details)} of ${word(details, 'username')} are yours now`,
  'holdings.reassigned': (details) => `${holdings(details)} of yours passed to ${word(details, 'username')}`,
  'tokens.revoked_unused': (details) =>
    `${counted(count(details, 'count'), 'token')} of yours that nobody had used for ${counted(count(details, 'days'), 'day')} ended`,
  'tokens.near_limit': (details) =>
    `There are ${counted(count(details, 'count'), 'live token')} of yours, and ${count(details, 'limit')} is the limit`,
  'certificate.expires_soon': (details) => `The certificate ${word(details, 'name')} ends soon`,
  'invitation.created': (details) =>
    `A link that sets your password was made by ${word(details, 'by') === 'operator' ? 'the operator' : word(details, 'by')}`,
  'invitation.accepted': (details) => `Your password was set with a link, from ${word(details, 'address')}`,
  'site.received': (details) => `You own the site ${word(details, 'name')} now`,
};

export const notifications = {
  sentence: (kind: string, details: Details): string =>
    SENTENCES[kind]?.(details) ?? `News: ${kind.replaceAll(/[._]/g, ' ')}`,
  read: 'Mark as read',
  readNamed: (sentence: string) => `Mark as read: ${sentence}`,
};
