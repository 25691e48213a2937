import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Agent, fetch } from 'undici';
import { type StartedService, startService } from '../../support/started-service.js';

// Processes of their own start slowly on a machine that has much else to do.
jest.setTimeout(120_000);

/** The processes below this one: the primary has its workers for children. */
function childrenOf(pid: number): number[] {
  const listed = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)]).toString();
  return listed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(Number);
}

describe('GATEHOUSE_WORKERS=2', () => {
  let service: StartedService;

  /** On a connection of its own, so that the primary gives it to any of the workers. */
  const ready = async (): Promise<boolean> => {
    const agent = new Agent({ connect: { rejectUnauthorized: false } });
    try {
      const answer = await fetch(`https://127.0.0.1:${service.port}/health/ready`, { dispatcher: agent });
      return answer.status === 200;
    } catch {
      return false; // nobody listens: the one that did was killed before the other had come up
    } finally {
      await agent.destroy();
    }
  };

  beforeAll(async () => {
    service = await startService({ GATEHOUSE_WORKERS: '2', GATEHOUSE_ADMIN_PASSWORD: 'Testing-Is-Half-The-Work-1' });
  });
  afterAll(() => service.stop());

  it('counts guesses for both together', async () => {
    for (let wait = 0; wait < 100 && childrenOf(service.pid).length < 2; wait++) await sleep(100);
    const guess = async (): Promise<number> => {
      const agent = new Agent({ connect: { rejectUnauthorized: false } });
      const body = JSON.stringify({ username: 'admin', password: 'wrong' });
      const answer = await fetch(`https://127.0.0.1:${service.port}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        dispatcher: agent,
      });
      await agent.destroy();
      return answer.status;
    };
    for (let wait = 0; wait < 200 && !(await ready()); wait++) await sleep(100);
    const statuses: number[] = [];
    for (let count = 0; count < 14; count++) statuses.push(await guess());
    expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);
  });

  it('serves with two processes, replaces one that dies, and ends cleanly when told to', async () => {
    for (let wait = 0; wait < 100 && childrenOf(service.pid).length < 2; wait++) await sleep(100);
    const workers = childrenOf(service.pid);
    expect(workers).toHaveLength(2);
    process.kill(workers[0] ?? 0, 'SIGKILL');
    for (let wait = 0; wait < 100 && childrenOf(service.pid).filter((pid) => pid !== workers[0]).length < 2; wait++)
      await sleep(100);
    const replaced = childrenOf(service.pid);
    expect(replaced).toHaveLength(2);
    expect(replaced).not.toContain(workers[0]);
    for (let wait = 0; wait < 200 && !(await ready()); wait++) await sleep(100);
    expect(await Promise.all(Array.from({ length: 8 }, ready))).toEqual(Array(8).fill(true));
    expect(await service.stop()).toBe(0);
  });
});
