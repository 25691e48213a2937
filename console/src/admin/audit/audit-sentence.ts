import { audit as words } from '../../text/audit';
import type { Schemas } from '../../api/client';

export type AuditEvent = Schemas['AuditEventResponse'];
/** Names of the users that there are, by their ids; null while they are not known, or for who may not see them. */
export type UserNames = ReadonlyMap<string, string> | null;

/** A piece of a sentence; one with a page of its own says which, and the scope that it takes. */
export interface Part {
  readonly text: string;
  readonly link?: { readonly to: string; readonly scope: string };
}

const PLACEHOLDER = /(\{\w+\})/;

/** The event in words: `ann revoked the token Nightly export of bob`. */
export function partsOf(event: AuditEvent, names: UserNames): Part[] {
  return filled(templateOf(event), event, names);
}

/** The same as one text. */
export function sentenceOf(event: AuditEvent, names: UserNames): string {
  return partsOf(event, names)
    .map(({ text }) => text)
    .join('');
}

function templateOf({ action, outcome, reason }: AuditEvent): string {
  const known = Object.hasOwn(words.sentences, action) ? words.sentences[action] : words.unknown;
  const sentence = outcome === 'denied' ? (known.denied ?? words.unknown.denied) : known.done;
  return reason === null ? sentence : words.because(sentence, reason);
}

function filled(template: string, event: AuditEvent, names: UserNames): Part[] {
  return template
    .split(PLACEHOLDER)
    .filter((piece) => piece !== '')
    .flatMap((piece) => (PLACEHOLDER.test(piece) ? valueOf(piece.slice(1, -1), event, names) : [{ text: piece }]));
}

function valueOf(placeholder: string, event: AuditEvent, names: UserNames): Part[] {
  const { actor, subject, details } = event;
  switch (placeholder) {
    case 'action':
      return [{ text: event.action }];
    case 'actor':
      return [actorPart(actor, names)];
    case 'subject':
      return [subjectPart(event, names)];
    case 'thing':
      return filled(words.things[subject?.type ?? ''] ?? words.anyThing, event, names);
    case 'owner':
      return [userPart(ownerIdOf(details), names)];
    case 'ofOwner':
      return isOthers(ownerIdOf(details), event) ? filled(words.ofOwner, event, names) : [];
    case 'ofSubject':
      return isOthers(subject?.id ?? null, event) ? filled(words.ofSubject, event, names) : [];
    case 'asSubject':
      return subject === null ? [] : filled(words.asSubject, event, names);
    case 'to':
      return [receiverPart(details, names)];
    case 'tokens':
      return [{ text: words.tokens(lengthOf(details?.['tokenIds'])) }];
    case 'applications':
      return [{ text: words.applications(lengthOf(details?.['applicationIds'])) }];
    case 'descendants':
      return [{ text: descendantsOf(details) }];
    default:
      throw new Error(`a sentence has the unknown placeholder ${placeholder}`);
  }
}

/** An event names one kind of them. */
function descendantsOf(details: AuditEvent['details']): string {
  const secrets = lengthOf(details?.['secretIds']);
  return secrets > 0 ? words.clientSecrets(secrets) : words.tokens(lengthOf(details?.['tokenIds']));
}

/** What one did to one's own isn't said to be one's own. */
function isOthers(userId: string | null, { actor }: AuditEvent): boolean {
  return userId !== null && userId !== actor.id;
}

function actorPart({ kind, id, name }: AuditEvent['actor'], names: UserNames): Part {
  const text = name ?? words.actors[kind];
  return id !== null && names?.has(id) === true ? { text, link: userLink(id) } : { text };
}

/** Things with a page of their own. What a deletion is about has none any more. */
const PAGES: Readonly<Record<string, { readonly path: string; readonly scope: string }>> = {
  connection: { path: '/upstreams/connections', scope: 'security:read' },
  credential: { path: '/upstreams/credentials', scope: 'security:read' },
  certificate: { path: '/upstreams/certificates', scope: 'security:read' },
  project: { path: '/projects', scope: 'projects:read' },
  proxy: { path: '/proxies', scope: 'proxies:read' },
};

function subjectPart({ subject, action }: AuditEvent, names: UserNames): Part {
  if (subject === null) return { text: words.nothing };
  const { type, id, name } = subject;
  if (type === 'user') return { ...userPart(id, names), text: name ?? words.somebody };
  const text = name ?? type.replaceAll('_', ' ');
  const page = PAGES[type];
  if (id === null || page === undefined || action.endsWith('.deleted')) return { text };
  return { text, link: { to: `${page.path}/${id}`, scope: page.scope } };
}

/** Who is not there any more has no name but the one that an event may have kept. */
function userPart(id: string | null, names: UserNames): Part {
  if (id === null || names === null) return { text: words.somebody };
  const name = names.get(id);
  return name === undefined ? { text: words.removed } : { text: name, link: userLink(id) };
}

function userLink(id: string) {
  return { to: `/admin/users/${id}`, scope: 'users:read' };
}

type Details = AuditEvent['details'];

/** Whose it is: `ownerId`, `userId` of a session, or `owner` with a name. */
function ownerIdOf(details: Details): string | null {
  return textOf(details?.['ownerId']) ?? textOf(details?.['userId']) ?? textOf(namedOf(details?.['owner'])?.id) ?? null;
}

/** `to` is an id, null, or an id with the name that it had then. */
function receiverPart(details: Details, names: UserNames): Part {
  const to = details?.['to'];
  const named = namedOf(to);
  if (named === null) return to === null ? { text: words.nobody } : userPart(textOf(to) ?? null, names);
  const part = userPart(textOf(named.id) ?? null, names);
  return { ...part, text: textOf(named.name) ?? part.text };
}

function namedOf(value: unknown): { readonly id?: unknown; readonly name?: unknown } | null {
  return typeof value === 'object' ? value : null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
