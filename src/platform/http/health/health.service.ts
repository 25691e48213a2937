import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

const DEADLINE_MS = 1_000;

export interface HealthAnswer {
  readonly status: 200 | 503;
  readonly body: string;
}

const OK: HealthAnswer = { status: 200, body: '{"status":"ok"}' };
const UNAVAILABLE: HealthAnswer = { status: 503, body: '{"status":"unavailable"}' };

/** Says whether the process is alive and whether it can serve, without details (contract §9). */
@Injectable()
export class HealthService {
  constructor(private readonly database: Database) {}

  live(): HealthAnswer {
    return OK;
  }

  /** Reads a real table: a cluster node that is cut off from its majority still answers `SELECT 1`. */
  async ready(): Promise<HealthAnswer> {
    const read = this.database.reader.query('SELECT id FROM sites LIMIT 1').then(
      () => OK,
      () => UNAVAILABLE,
    );
    return Promise.race([read, delay(DEADLINE_MS, UNAVAILABLE, { ref: false })]);
  }

  /** The answer to a plain request for one of the health calls, or null for any other request. */
  async answer(method: string, path: string): Promise<HealthAnswer | null> {
    if (method !== 'GET' && method !== 'HEAD') return null;
    if (path === '/health/live') return this.live();
    return path === '/health/ready' ? this.ready() : null;
  }
}

export function isHealthPath(path: string): boolean {
  return path === '/health/live' || path === '/health/ready';
}
