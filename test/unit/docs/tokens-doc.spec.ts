import { describe, expect, it } from '@jest/globals';
import { runInNewContext } from 'node:vm';
import { crc32 } from 'node:zlib';
import { CredentialFormat } from '../../../src/shared/crypto/credential-format.js';
import type { RevocationReason } from '../../../src/tokens/tokens.types.js';
import { codesOf, readDoc, tableBelow } from './documents.js';

const PAGE = readDoc('tokens.md');
const format = new CredentialFormat('gth');
const EXAMPLE = /gth_pat_[0-9A-Za-z]{49}/.exec(PAGE)?.[0] ?? '';
const BODY = EXAMPLE.slice(0, -6);

/** Each reason once: the compiler refuses this object when one is added or gone. */
const REASONS: Record<RevocationReason, true> = {
  revoked_by_owner: true,
  revoked_by_client: true,
  revoked_by_itself: true,
  regenerated: true,
  application_deleted: true,
  ceiling_lifted: true,
  ended_with_maker: true,
  signed_out: true,
  sent_in_plaintext: true,
  leaked: true,
  owner_removed: true,
  revoked_by_administrator: true,
  unused: true,
};

describe('docs/tokens.md', () => {
  it('shows a token that has our form and a right checksum', () => {
    expect(format.kindOf(EXAMPLE)).toBe('pat');
  });

  it('works the checksum of that token out', () => {
    expect(PAGE).toContain(`\`${BODY}\``);
    expect(PAGE).toContain(`\`${crc32(BODY)}\``);
    expect(PAGE).toContain(`\`${EXAMPLE.slice(-6)}\``);
    expect(18 * 62 ** 4 + 61 * 62 ** 3 + 35 * 62 ** 2 + 27 * 62 + 12).toBe(crc32(BODY));
  });

  it('has code for the checksum that computes it', () => {
    const [, code = ''] = /```js\n(.*?)```/s.exec(PAGE) ?? [];
    const script = `${code.replace(/^import .*$/m, '')}\nchecksum(body);`;
    expect(runInNewContext(script, { crc32, body: BODY })).toBe(EXAMPLE.slice(-6));
  });

  it('publishes the pattern that the code recognises credentials by', () => {
    expect(PAGE).toContain(`\n${format.pattern}\n`);
  });

  it('names every reason of a revocation', () => {
    expect(tableBelow(PAGE, 'Revocation').flatMap(([reason = '']) => codesOf(reason))).toEqual(Object.keys(REASONS));
  });
});
