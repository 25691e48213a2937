import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bearer, createPerson, createToken, type TestPerson } from '../../support/api-client.js';
import { auditOf } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

forEachDialect((dialect) => {
  let app: TestApp;
  let ann: TestPerson;
  let ben: TestPerson;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    ann = await createPerson(app, 'ann', []);
    ben = await createPerson(app, 'ben', []);
  });
  afterAll(() => app.stop());

  /** Sends a token of the person's where the network can read it. */
  const expose = async (person: TestPerson) => {
    app.clock.advance({ milliseconds: 1 }); // newest first needs an order
    const { id, token } = await createToken(person.session);
    await app.fetch(`${app.plainUrl}/api/v1/auth/me`, { headers: { authorization: `Bearer ${token}` } });
    expect((await bearer(app, token).get('/auth/me')).status).toBe(401);
    return { id, token };
  };
  const list = async (person: TestPerson, query = '') => (await person.session.get(`/notifications${query}`)).body;

  it('[2] tells the owner of a token that was sent in plaintext, and nobody else', async () => {
    const { id, token } = await expose(ann);
    const { items, nextCursor } = await list(ann);
    expect(nextCursor).toBeNull();
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: 'credential.sent_in_plaintext', subject: { type: 'token', id } });
    expect(JSON.stringify(items)).not.toContain(token);
    expect((await list(ben)).items).toEqual([]);
  });

  it('lists newest first, in pages', async () => {
    const ids = [await expose(ben), await expose(ben), await expose(ben)].map(({ id }) => id).reverse();
    const first = await list(ben, '?limit=2');
    const second = await list(ben, `?limit=2&cursor=${first.nextCursor}`);
    const seen = [...first.items, ...second.items].map((item: { subject: { id: string } }) => item.subject.id);
    expect(seen).toEqual(ids);
    expect(second.nextCursor).toBeNull();
  });

  it('are read once, by their owner in a session alone', async () => {
    const { token } = await createToken(ann.session);
    const [first, ...others] = (await list(ann)).items as { id: string; readAt: string | null }[];
    expect(first?.readAt).toBeNull();
    const path = `/notifications/${first?.id ?? ''}/read`;
    expect((await bearer(app, token).post(path)).body.code).toBe('session_required');
    expect((await ben.session.post(path)).body.code).toBe('notification_not_found');
    expect((await list(ann, '?unread=true')).items).toHaveLength(1 + others.length);

    const at = app.clock.now().toISOString();
    const answer = await ann.session.post(path);
    expect(answer.status).toBe(204);
    expect((await auditOf(app, answer)).map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['notification.read', first?.id],
    ]);
    app.clock.advance({ minutes: 1 });
    const again = await ann.session.post(path);
    expect([again.status, await auditOf(app, again)]).toEqual([204, []]);
    expect((await list(ann, '?unread=true')).items).toHaveLength(others.length);
    expect((await list(ann, '?unread=false')).items).toMatchObject([{ id: first?.id, readAt: at }]);
  });

  it('takes no filter that does not exist', async () => {
    expect((await ann.session.get('/notifications?userId=x')).status).toBe(400);
  });

  it('needs a credential', async () => {
    expect((await app.fetch('/api/v1/notifications')).status).toBe(401);
  });
});
