import { describe, expect, it } from '@jest/globals';
import { callersHeaders } from '../../../../src/gateway/traffic/calls/forwarded-headers.js';
import { CLAIMING_HEADERS } from '../../../../src/shared/protocol/claiming-headers.js';

const LINES = CLAIMING_HEADERS.flatMap(({ names }) => names);

/** As Node gives them: in lower case. A name that ends in `*` stands for all that begin so. */
const spellingsOf = (line: string) => {
  const name = line.replace('*', 'x-y');
  return [name, name.replaceAll('-', '_'), name.replace('-', '_'), name.replace(/-([^-]*)$/, '_$1')];
};

describe('[80] of the headers of a caller', () => {
  it.each(LINES)('%s does not reach an upstream, in no spelling', (line) => {
    for (const name of spellingsOf(line))
      expect(callersHeaders({ [name]: 'theirs', accept: 'a/b' }, [])).toEqual({ accept: 'a/b' });
  });

  it.each([
    'accept',
    'x-account-id',
    'x_account_id',
    'x-api-key',
    'user-agent',
    'x-tenant',
    'idempotency-key',
    'x-authority',
    'proximity',
  ])('%s does', (name) => {
    expect(callersHeaders({ [name]: 'theirs' }, [])).toEqual({ [name]: 'theirs' });
  });

  it('none is listed twice, nor below a prefix that is listed', () => {
    const prefixes = LINES.filter((line) => line.endsWith('*')).map((line) => line.slice(0, -1));
    const covered = LINES.filter((line) => prefixes.some((prefix) => line !== `${prefix}*` && line.startsWith(prefix)));
    expect([covered, new Set(LINES).size]).toEqual([[], LINES.length]);
  });
});
