// Apart from text.ts: only the audit log needs these words, and the first load is weighed.
import type { Schemas } from '../api/client';
import { counted } from './words';

export type AuditAction = Schemas['AuditEventResponse']['action'];

interface Sentences {
  readonly done: string;
  /** Of what can be refused. */
  readonly denied?: string;
}

/**
 * In braces what an event fills in: {actor} did it; {subject} is what it was done to, by name, and {thing} with its kind;
 * {ofOwner} and {ofSubject} say whose it is, unless the actor's own; {to} received it; {tokens} and {applications} are counts.
 */
const sentences: Readonly<Record<AuditAction, Sentences>> = {
  'account.created': { done: '{actor} added the account {subject}' },
  'account.resumed': { done: '{actor} resumed the account {subject}' },
  'account.suspended': { done: '{actor} suspended the account {subject}' },
  'account.updated': { done: '{actor} changed the account {subject}' },
  'application.created': { done: '{actor} registered the API key {subject}' },
  'application.deleted': { done: '{actor} deleted the API key {subject}' },
  'application.secret_created': { done: '{actor} added a secret to the API key {subject}' },
  'application.secret_revoked': { done: '{actor} revoked a secret of the API key {subject}' },
  'application.token_issued': { done: '{actor} generated an access token of the API key {subject}' },
  'application.updated': { done: '{actor} changed the API key {subject}' },
  'applications.decommissioned': { done: '{actor} decommissioned {applications} of {subject}' },
  'applications.transferred': { done: '{actor} handed {applications} of {subject} over to {to}' },
  'care.done': { done: '{actor} cleared away what was over' },
  'certificate.created': { done: '{actor} added the certificate {subject}' },
  'certificate.deleted': { done: '{actor} deleted the certificate {subject}' },
  'certificate.updated': { done: '{actor} changed the certificate {subject}' },
  'connection.created': { done: '{actor} added the connection {subject}' },
  'connection.deleted': { done: '{actor} deleted the connection {subject}' },
  'connection.updated': { done: '{actor} changed the connection {subject}' },
  'credential.created': { done: '{actor} added the credential {subject}' },
  'credential.deleted': { done: '{actor} deleted the credential {subject}' },
  'credential.identified': { done: '{actor} looked up whose {thing} is' },
  'credential.revoked': { done: '{actor} let out {thing}{ofOwner}, which was revoked' },
  'credential.updated': { done: '{actor} changed the credential {subject}' },
  'credential.used': { done: '{actor} used {thing}', denied: '{actor} was refused with {thing}' },
  'deployment_key.created': { done: '{actor} added a deployment key' },
  'deployment_key.resealed': { done: '{actor} sealed all secrets with the newest deployment key' },
  'developer_secret.revealed': {
    done: '{actor} looked at the developer secret{ofSubject}',
    denied: '{actor} was refused a look at the developer secret{ofSubject}',
  },
  'developer_secret.rotated': { done: '{actor} replaced the developer secret{ofSubject}' },
  'invitation.accepted': {
    done: '{actor} accepted the invitation{ofSubject}',
    denied: '{actor} was refused the invitation{ofSubject}',
  },
  'invitation.created': { done: '{actor} made an invitation link for {subject}' },
  'key.created': { done: '{actor} made a new key for signing or cookies' },
  'project.created': { done: '{actor} added the project {subject}' },
  'project.deleted': { done: '{actor} deleted the project {subject}' },
  'project.updated': { done: '{actor} changed the project {subject}' },
  'proxy.created': { done: '{actor} added the proxy {subject}' },
  'proxy.deleted': { done: '{actor} deleted the proxy {subject}' },
  'proxy.deployed': { done: '{actor} deployed the proxy {subject}' },
  'proxy.undeployed': { done: '{actor} took the proxy {subject} out of service' },
  'proxy.updated': { done: '{actor} changed the proxy {subject}' },
  'role.created': { done: '{actor} added the role {subject}' },
  'role.deleted': { done: '{actor} deleted the role {subject}' },
  'role.updated': { done: '{actor} changed the role {subject}' },
  'session.confirmed': {
    done: '{actor} confirmed a sign-in with the password',
    denied: '{actor} was refused when confirming a sign-in',
  },
  'session.ended': { done: '{actor} ended a session{ofOwner}' },
  'session.refused': { done: '{actor} signed in', denied: '{actor} was refused at the sign-in{asSubject}' },
  'session.started': { done: '{actor} signed in' },
  'site.created': { done: '{actor} founded the site {subject}' },
  'site.owner_changed': { done: '{actor} made {to} the owner of the site {subject}' },
  'site.updated': { done: '{actor} changed the site {subject}' },
  'token.created': { done: '{actor} created the token {subject}{ofOwner}' },
  'token.issued': { done: '{actor} was issued the token {subject}' },
  'token.revoked': { done: '{actor} revoked the token {subject}{ofOwner}' },
  'token.rotated': { done: '{actor} rotated the token {subject}' },
  'token.updated': { done: '{actor} changed the token {subject}' },
  'tokens.decommissioned': { done: '{actor} decommissioned {tokens} of {subject}' },
  'tokens.transferred': { done: '{actor} handed {tokens} of {subject} over to {to}' },
  'user.created': { done: '{actor} added the user {subject}' },
  'user.password_changed': {
    done: '{actor} set a new password{ofSubject}',
    denied: '{actor} was refused a new password{ofSubject}',
  },
  'user.removed': { done: '{actor} removed the user {subject}' },
  'user.resumed': { done: '{actor} resumed the user {subject}' },
  'user.suspended': { done: '{actor} suspended the user {subject}' },
  'user.updated': { done: '{actor} changed the user {subject}' },
};

export const audit = {
  intro: 'What was done and what was refused, newest first.',
  table: 'Audit log',
  empty: 'Nothing was recorded that matches.',
  emptyHint: 'Try a longer time, or fewer filters.',
  sentences,
  /** Of an action that this console does not know: a newer or older service wrote it. */
  unknown: { done: '{actor} did “{action}”: {subject}', denied: '{actor} was refused “{action}”: {subject}' },
  actors: { anonymous: 'An unknown caller', operator: 'The operator', system: 'The service', user: 'A user' },
  things: {
    token: 'the token {subject}',
    client_secret: 'a secret of the API key {subject}',
    developer_secret: 'a developer secret',
    secret: 'the secret {subject}',
    session: 'a session',
  } as Readonly<Record<string, string>>,
  anyThing: '{subject}',
  ofOwner: ' of {owner}',
  ofSubject: ' of {subject}',
  asSubject: ' as {subject}',
  nothing: 'nothing in particular',
  nobody: 'nobody',
  somebody: 'another user',
  removed: 'a removed user',
  tokens: (count: number) => counted(count, 'token'),
  applications: (count: number) => counted(count, 'API key'),
  because: (sentence: string, reason: string) => `${sentence}: ${reason.replaceAll('_', ' ')}`,
  filters: {
    action: 'Action',
    anyAction: 'Any action',
    actor: 'Who',
    actorHint: 'A user name',
    subject: 'About',
    subjectHint: 'A name or an id',
    from: 'From day',
    to: 'To day',
    apply: 'Show',
  },
  columns: { at: 'When', what: 'What happened', outcome: 'Outcome', address: 'From' },
  outcomes: { success: 'Done', denied: 'Refused' },
  details: 'Details',
  detailsOf: (action: string) => `${action}: details`,
  requestId: 'Request',
  reason: 'Reason',
  export: {
    button: 'Export',
    csv: 'As CSV, for spreadsheets',
    json: 'As JSON, for programs',
    title: 'Export the audit log',
    hint: 'What the filters show, newest first, goes into one file.',
    reading: (count: number) => `${counted(count, 'event')} read…`,
    done: (count: number, file: string) => `${counted(count, 'event')} are in ${file}.`,
    doneOne: (file: string) => `1 event is in ${file}.`,
    nothing: 'There is nothing to export: no event matches the filters.',
    limited: (most: number) =>
      `There are more. A file holds the newest ${most.toLocaleString('en')}: for older ones choose an earlier “To day”.`,
    stop: 'Stop',
  },
};
