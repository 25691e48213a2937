import { describe, expect, it } from '@jest/globals';
import { masked } from '../../../../src/platform/http/logging/secret-mask.js';
import { CredentialFinder } from '../../../../src/shared/exposure/credential-finder.js';
import { CredentialFormat } from '../../../../src/shared/crypto/credential-format.js';

const JWT = `eyJ${'a'.repeat(20)}.${'p'.repeat(20)}.${'c'.repeat(86)}`;

function find(text: string): Promise<string[]> {
  return new CredentialFinder(new CredentialFormat('gth')).find(Buffer.from(text));
}

describe('a JWT in a text', () => {
  it.each([JWT, `Bearer ${JWT}`, `"${JWT}"`, `a=${JWT}&b`, `/x/${JWT}/y`, `token: ${JWT}, ${JWT}`])(
    'is masked and found in %s',
    async (text) => {
      expect(masked(text)).not.toContain('pppp');
      expect(await find(text)).toEqual([JWT]);
    },
  );

  it('is masked also when it is glued to a word', () => {
    expect(masked(`token_${JWT}`)).toBe('[jwt secret]');
  });

  it('is not seen in what only looks like the start of one', async () => {
    for (const text of ['eyJ', 'eyJaaaaaaaaa', 'eyJaaaaaaaaa.bbbbbbbbbb', 'a.b.c', 'www.example-host.example.com'])
      expect([masked(text), await find(text)]).toEqual([text, []]);
  });
});

/** A quadratic search takes seconds for these; a linear one is done before anybody notices. */
it.each([
  ['starts without an end', 'eyJ'.repeat(33_000)],
  ['starts and one dot', `${'eyJ'.repeat(33_000)}.`],
  ['starts and two dots', `${'eyJ'.repeat(16_000)}.${'eyJ'.repeat(16_000)}.`],
  ['short parts', 'eyJaaaaaaaa.'.repeat(8_000)],
  ['starts of hex', 'abcdef01.'.repeat(11_000)],
  ['prefixes', 'gth_pat_'.repeat(12_000)],
])('[55] a long text of %s is searched in no time', async (_, text) => {
  const start = process.cpuUsage();
  masked(text);
  await find(text);
  const { user } = process.cpuUsage(start);
  expect(user).toBeLessThan(500_000);
});
