import type { Weakening } from './weakening.js';

const CLOCK = ['integration/platform/database/change-clock.spec.ts'];
const CHAIN = ['unit/platform/database/chain.spec.ts'];
const CACHE = ['unit/principals/cache'];
const EXACT = ['e2e/principals/exact-freshness.e2e.spec.ts'];

/** Of what makes a cache exact. */
export const FRESHNESS: readonly Weakening[] = [
  {
    file: 'platform/database/change-clock/chain.ts',
    text: ' && previous === last.stamp',
    replacement: '',
    specs: CHAIN,
  },
  {
    file: 'platform/database/change-clock/chain.ts',
    text: 'number === last.number + 1 && ',
    replacement: '',
    specs: CHAIN,
  },
  {
    file: 'platform/database/change-clock/chain.ts',
    text: 'return isCurrentMet ? ',
    replacement: 'return true ? ',
    specs: CHAIN,
  },
  {
    file: 'platform/database/change-clock.ts',
    text: 'pair.number === before.number && pair.stamp === before.stamp',
    replacement: 'pair.number === before.number',
    specs: CLOCK,
  },
  {
    file: 'platform/database/change-clock.ts',
    text: 'rows.length > MOST_CHANGES ? null : ',
    replacement: '',
    specs: CLOCK,
    explained: 'a chain that was cut short does not reach the current pair, or ends earlier and is read on from there',
  },
  {
    file: 'platform/database/unit-of-work.ts',
    text: 'await this.changes.write(managerOf(tx));',
    replacement: 'void this.changes;',
    specs: CLOCK,
  },
  {
    file: 'platform/database/announced.ts',
    text: "return typeof siteId === 'string' ? `site:${siteId}` : EVERYTHING;",
    replacement: 'return `site:${String(siteId)}`;',
    specs: CLOCK,
  },
  {
    file: 'platform/database/announced.ts',
    text: '(isInsert && !announcement.inserts)',
    replacement: 'isInsert',
    specs: CLOCK,
  },
  {
    file: 'platform/database/rows/writable-rows.ts',
    text: 'if (affected !== 0) this.#announce({ rows: this.confined(where), columns: Object.keys(patch), isInsert: false });',
    replacement: '',
    specs: CLOCK,
  },
  {
    file: 'platform/database/site-table.ts',
    text: 'if (affected !== 0 && concerns !== null) noteChange(tx, concerns);',
    replacement: '',
    specs: EXACT,
  },
  {
    file: 'principals/cache/cached-read.ts',
    text: 'await this.clock.upToDate();',
    replacement: '',
    specs: CACHE,
  },
  {
    file: 'principals/cache/cached-read.ts',
    text: 'if (position === this.clock.position) ',
    replacement: '',
    specs: CACHE,
  },
  {
    file: 'principals/row/row-subjects.ts',
    text: '`user:${row.userId}`, ',
    replacement: '',
    specs: EXACT,
  },
  {
    file: 'principals/row/principal-of-row.ts',
    text: ' && now < standing.until',
    replacement: '',
    specs: EXACT,
  },
  {
    file: 'principals/credential-check.service.ts',
    text: "['policy_unused', 'idle']",
    replacement: '[]',
    specs: ['e2e/sessions/sessions.e2e.spec.ts', 'e2e/tokens/site-policy.e2e.spec.ts', ...EXACT],
  },
];
