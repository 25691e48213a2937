import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { CleanupSchedule } from '../../../../src/platform/retention/cleanup-schedule.js';
import type { RetentionCleanup } from '../../../../src/platform/retention/retention-cleanup.js';
import { databaseUnavailable } from '../../../../src/shared/errors/general.errors.js';
import { testSettings } from '../../../support/test-settings.js';

const MINUTE = 60_000;

describe('the schedule of care', () => {
  let rounds: AbortSignal[];
  let outcome: () => Promise<null>;
  let warned: string[];

  beforeEach(() => {
    jest.useFakeTimers();
    [rounds, warned] = [[], []];
    outcome = () => Promise.resolve(null);
    jest.spyOn(Logger.prototype, 'warn').mockImplementation((message: unknown) => void warned.push(String(message)));
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  function started(cleanupIntervalMinutes: number): CleanupSchedule {
    const run = (_actor: unknown, stop: AbortSignal) => {
      rounds.push(stop);
      return outcome();
    };
    const settings = testSettings({ dataDir: '', database: { kind: 'sqlite', file: '' }, cleanupIntervalMinutes });
    const schedule = new CleanupSchedule({ run } as unknown as RetentionCleanup, settings);
    schedule.onApplicationBootstrap();
    return schedule;
  }

  it('makes a round a minute after the start and then one every interval', async () => {
    started(30);
    await jest.advanceTimersByTimeAsync(MINUTE - 1);
    expect(rounds).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(rounds).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(30 * MINUTE - 1);
    expect(rounds).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(rounds).toHaveLength(2);
  });

  it('makes none when it is off', async () => {
    started(0);
    await jest.advanceTimersByTimeAsync(10_000 * MINUTE);
    expect(rounds).toEqual([]);
  });

  it('goes on after a failure, and says it once while it lasts', async () => {
    started(1);
    outcome = () => Promise.reject(databaseUnavailable());
    await jest.advanceTimersByTimeAsync(3 * MINUTE);
    expect([rounds.length, warned.length]).toEqual([3, 1]);
    outcome = () => Promise.resolve(null);
    await jest.advanceTimersByTimeAsync(MINUTE);
    outcome = () => Promise.reject(databaseUnavailable());
    await jest.advanceTimersByTimeAsync(2 * MINUTE);
    expect([rounds.length, warned.length]).toEqual([6, 2]);
  });

  it('stops the round that is under way, waits for its end, and makes no more', async () => {
    const schedule = started(1);
    let end = (): void => undefined;
    outcome = () =>
      new Promise(
        (resolve) =>
          (end = () => {
            resolve(null);
          }),
      );
    await jest.advanceTimersByTimeAsync(MINUTE);
    let isStopped = false;
    const stopped = schedule.beforeApplicationShutdown().then(() => (isStopped = true));
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect([rounds[0]?.aborted, isStopped]).toEqual([true, false]);
    end();
    await stopped;
    await jest.advanceTimersByTimeAsync(10 * MINUTE);
    expect(rounds).toHaveLength(1);
  });

  it('makes none after a stop before the first', async () => {
    await started(1).beforeApplicationShutdown();
    await jest.advanceTimersByTimeAsync(10 * MINUTE);
    expect(rounds).toEqual([]);
  });

  it('keeps no process from ending', () => {
    const unref = jest.spyOn(globalThis, 'setTimeout');
    started(1);
    const timer = unref.mock.results[0]?.value as NodeJS.Timeout;
    expect(timer.hasRef()).toBe(false);
  });
});
