import { Injectable } from '@nestjs/common';
import type { Cleanup } from '../../platform/database/cleanup.js';
import { StaleRows } from '../../platform/database/stale-rows.js';
import { timeParameter } from '../../platform/database/stored-time.js';
import { SESSION_IDLE_MS } from './sessions.types.js';

/** Removes sessions that have been over for long: ended, past their absolute limit, or idle. */
@Injectable()
export class SessionRetention {
  readonly cleanups: readonly Cleanup[] = [
    {
      kind: 'sessions',
      retention: 'sessionsDays',
      batch: async (tx, before, limit) => {
        const parameters = [timeParameter(before)];
        const lastSeen = [timeParameter(new Date(before.getTime() - SESSION_IDLE_MS))];
        const ways = [
          { sql: 'expires_at <= ?', parameters },
          { sql: 'ended_at <= ?', parameters },
          { sql: 'last_seen_at <= ?', parameters: lastSeen },
        ];
        return (await this.stale.delete(tx, { name: 'sessions', key: 'id' }, ways, limit)).length;
      },
    },
  ];

  constructor(private readonly stale: StaleRows) {}
}
