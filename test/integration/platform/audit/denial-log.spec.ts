import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Audit } from '../../../../src/platform/audit/audit.service.js';
import { type AuditEntry, SYSTEM } from '../../../../src/platform/audit/audit.types.js';
import { DenialLog } from '../../../../src/platform/audit/denial-log.js';
import { eventually } from '../../../support/eventually.js';
import { forEachDialect } from '../../../support/dialects.js';
import { RetentionFixture } from '../retention/retention-fixture.js';

forEachDialect((dialect) => {
  let fixture: RetentionFixture;
  let denials: DenialLog;
  let said: jest.SpiedFunction<Logger['error']>;

  beforeEach(async () => {
    fixture = await RetentionFixture.open(dialect);
    denials = fixture.context.get(DenialLog, { strict: false });
    said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await fixture.close();
  });

  const denial = (id: string, reason = 'expired', values: Partial<AuditEntry> = {}): AuditEntry => ({
    siteId: fixture.site,
    action: 'credential.used',
    outcome: 'denied',
    reason,
    actor: { ...SYSTEM, address: '192.0.2.1' },
    subject: { type: 'token', id },
    ...values,
  });
  const failOnce = () =>
    jest
      .spyOn(fixture.context.get(Audit, { strict: false }), 'recordAll')
      .mockRejectedValueOnce(new Error('the database is away'));
  const written = async () =>
    (await fixture.audited('credential.used')).map(({ subjectId, reason }) => `${subjectId ?? '-'} ${reason ?? '-'}`);

  describe('a refusal', () => {
    it('is one event a minute, and another one when the minute is over', async () => {
      denials.record(denial('a'));
      denials.record(denial('a'));
      fixture.clock.advance({ seconds: 59, milliseconds: 999 });
      denials.record(denial('a'));
      await denials.flush();
      expect(await written()).toEqual(['a expired']);
      fixture.clock.advance(1);
      denials.record(denial('a'));
      await denials.flush();
      expect(await written()).toEqual(['a expired', 'a expired']);
    });

    it('for another reason, of another credential, of another action is another event within the same minute', async () => {
      denials.record(denial('a'));
      denials.record(denial('a', 'revoked'));
      denials.record(denial('b'));
      denials.record(denial('a', 'expired', { action: 'session.refused' }));
      denials.record(denial('a'));
      await denials.flush();
      expect((await written()).sort()).toEqual(['a expired', 'a revoked', 'b expired']);
      expect(await fixture.audited('session.refused')).toHaveLength(1);
    });

    it('of nobody’s credential is told apart by its address', async () => {
      for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.1']) {
        const { subject: _, ...unknown } = denial('', 'unknown');
        denials.record({ ...unknown, actor: { ...SYSTEM, address } });
      }
      await denials.flush();
      expect(await written()).toEqual(['- unknown', '- unknown']);
    });
  });

  describe('refusals that could not be written', () => {
    it('wait before those that come meanwhile, and are written once', async () => {
      failOnce();
      denials.record(denial('a'));
      denials.record(denial('b'));
      const flushed = denials.flush();
      await Promise.resolve(); // the write has taken what was pending
      denials.record(denial('c'));
      await flushed;
      denials.record(denial('d'));
      await denials.flush();
      await denials.flush();
      expect(await written()).toEqual(['a expired', 'b expired', 'c expired', 'd expired']);
      expect(said).toHaveBeenCalledTimes(1);
    });

    it('are tried again soon, without another refusal', async () => {
      failOnce();
      denials.record(denial('a'));
      await denials.flush();
      await eventually(async () => (await written()).join(), 'a expired');
    });

    it('are written at a shutdown', async () => {
      failOnce();
      denials.record(denial('a'));
      await denials.flush();
      await denials.beforeApplicationShutdown();
      expect(await written()).toEqual(['a expired']);
    });

    it('are no more than there is room for: the oldest stay, and how many were dropped is said', async () => {
      const record = failOnce().mockResolvedValueOnce(undefined); // what is written is looked at, and not written
      for (let i = 0; i < 1_000; i++) denials.record(denial(`a${i}`));
      denials.record(denial('too many'));
      const flushed = denials.flush();
      await Promise.resolve();
      for (let i = 0; i < 7; i++) denials.record(denial(`b${i}`));
      await flushed;
      await denials.flush();
      const ids = record.mock.calls.at(-1)?.[1].map(({ subject }) => subject?.id) ?? [];
      expect([ids.length, ids[0], ids.at(-1)]).toEqual([1_000, 'a0', 'a999']);
      const dropped = said.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('not audited'));
      expect(dropped.map((text) => text.split(' ')[0])).toEqual(['1', '7']);
    });
  });
});
