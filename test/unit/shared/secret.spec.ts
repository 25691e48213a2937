import { describe, expect, it } from '@jest/globals';
import { format, inspect } from 'node:util';
import { Secret } from '../../../src/shared/crypto/secret.js';

describe('a secret', () => {
  const secret = new Secret('hunter2');

  it('[17] is masked wherever it becomes text', () => {
    const texts = [
      String(secret),
      secret.toString(),
      JSON.stringify({ secret }),
      inspect({ deep: { secret } }, { depth: 9, showHidden: true }),
      format('%s %o %j', secret, secret, secret),
      Object.entries(secret).join(),
      JSON.stringify(Object.assign({}, secret)),
    ];
    for (const text of texts) expect(text).not.toContain('hunter2');
    expect(texts[0]).toBe('[secret]');
  });

  it('is revealed to its reader alone', () => {
    expect(secret.reveal()).toBe('hunter2');
  });
});
