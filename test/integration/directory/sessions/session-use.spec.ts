import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Session } from '../../../../src/directory/sessions/session.entity.js';
import { SessionRepository } from '../../../../src/directory/sessions/session.repository.js';
import { SESSION_IDLE_MS } from '../../../../src/directory/sessions/sessions.types.js';
import { Sessions } from '../../../../src/directory/sessions/sessions.service.js';
import { SessionUse } from '../../../../src/directory/sessions/session-use.service.js';
import { forEachDialect } from '../../../support/dialects.js';
import { RetentionFixture } from '../../platform/retention/retention-fixture.js';

forEachDialect((dialect) => {
  let fixture: RetentionFixture;
  let use: SessionUse;

  beforeEach(async () => {
    fixture = await RetentionFixture.open(dialect);
    use = fixture.context.get(SessionUse, { strict: false });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await fixture.close();
  });

  const failOnce = () => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const repository = fixture.context.get(SessionRepository, { strict: false });
    jest.spyOn(repository, 'noteUse').mockRejectedValueOnce(new Error('the database is away'));
  };
  const session = () => fixture.session({ lastSeenAt: fixture.ago(0) });
  const row = (id: string) => fixture.tables.of(Session).in(fixture.site).one({ id });
  const lastSeen = async (id: string) => (await row(id))?.lastSeenAt;

  describe('the last use of a session', () => {
    it('waits when it could not be written', async () => {
      const id = await session();
      fixture.clock.advance({ minutes: 2 });
      failOnce();
      use.note(id);
      const at = fixture.clock.now();
      await use.flush();
      expect(await lastSeen(id)).not.toEqual(at);
      await use.flush();
      expect(await lastSeen(id)).toEqual(at);
    });

    it('that comes while an older one waits is the one that counts', async () => {
      const [early, late] = [await session(), await session()];
      fixture.clock.advance({ minutes: 2 });
      failOnce();
      use.note(early);
      use.note(late);
      const first = fixture.clock.now();
      const flushed = use.flush();
      await Promise.resolve(); // the write has taken what was pending
      fixture.clock.advance({ minutes: 1 });
      use.note(late);
      await flushed;
      await use.flush();
      expect([await lastSeen(early), await lastSeen(late)]).toEqual([first, fixture.clock.now()]);
    });

    it('does not go back in time when an older one arrives after it', async () => {
      const id = await session();
      fixture.clock.advance({ minutes: 5 });
      use.note(id);
      const latest = fixture.clock.now();
      await use.flush();
      const second = await fixture.another();
      const other = second.get(SessionUse, { strict: false });
      fixture.clock.advance({ minutes: -3 });
      other.note(id);
      await other.flush();
      await second.close();
      expect(await lastSeen(id)).toEqual(latest);
    });

    it('is written at a shutdown, also when the write before failed', async () => {
      const id = await session();
      fixture.clock.advance({ minutes: 2 });
      failOnce();
      use.note(id);
      await use.flush();
      await use.beforeApplicationShutdown();
      expect(await lastSeen(id)).toEqual(fixture.clock.now());
    });

    it('that waits to be written brings no session back that was ended meanwhile, idle as it looked', async () => {
      const id = await session();
      fixture.clock.advance(SESSION_IDLE_MS - 1);
      use.note(id);
      fixture.clock.advance(1);
      const sessions = fixture.context.get(Sessions, { strict: false });
      const ended = await fixture.unitOfWork.run((tx) =>
        sessions.endAll(tx, fixture.site, fixture.owner, 'password_changed'),
      );
      await use.flush();
      expect([ended, (await row(id))?.endReason, await sessions.live(id)]).toEqual([1, 'password_changed', null]);
    });
  });
});
