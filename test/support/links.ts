import { anonymous, type ApiAnswer, type ApiClient } from './api-client.js';
import { auditOf } from './audit-log.js';
import type { TestApp } from './test-app.js';

interface Link {
  readonly url: string;
}

export const NEW_PASSWORD = 'Another-Staple-Entirely-7';

export function valueOf({ url }: Link): string {
  return url.split('#')[1] ?? '';
}

/** A link for a person, made by whoever the client acts as. */
export async function makeLink(client: ApiClient, userId: string): Promise<Link> {
  const made = await client.post(`/admin/users/${userId}/invitation`);
  if (made.status !== 201) throw new Error(`making a link: ${made.status} ${JSON.stringify(made.body)}`);
  return made.body as Link;
}

/** A person without a password, and the link for them. */
export async function invitePerson(
  client: ApiClient,
  username: string,
): Promise<{ readonly id: string; readonly link: Link }> {
  const email = `${username}@example.com`;
  const made = await client.post('/admin/users', { username, email, kind: 'person' });
  if (made.status !== 201) throw new Error(`inviting ${username}: ${made.status} ${JSON.stringify(made.body)}`);
  return { id: made.body.id as string, link: made.body.invitation as Link };
}

export function useLink(app: TestApp, link: Link, password = NEW_PASSWORD): Promise<ApiAnswer> {
  return anonymous(app).post('/auth/accept-invitation', { invitation: valueOf(link), password });
}

/** `used`, or the reason that the audit log has for the refusal. Whatever it is, the caller is told one thing. */
export async function outcomeOf(app: TestApp, answer: ApiAnswer): Promise<string | null | undefined> {
  if (answer.status === 200) return 'used';
  if (answer.status !== 400 || answer.body.code !== 'invitation_invalid') return `${answer.status} ${answer.body.code}`;
  const events = await auditOf(app, answer);
  if (events.length !== 1 || events[0]?.action !== 'invitation.accepted' || events[0].outcome !== 'denied')
    return `audited: ${JSON.stringify(events)}`;
  return events[0].reason;
}
