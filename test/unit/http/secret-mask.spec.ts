import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { CredentialFinder } from '../../../src/http/credential-finder.js';
import { masked } from '../../../src/http/secret-mask.js';
import { CredentialFormat } from '../../../src/shared/crypto/credential-format.js';

const JWT = `eyJ${'a'.repeat(20)}.${'b'.repeat(20)}.${'c'.repeat(86)}`;

function find(body: string): string[] {
  const request = { headers: {}, url: '/' } as unknown as IncomingMessage;
  return new CredentialFinder(new CredentialFormat('gth')).find(request, body);
}

describe('a JWT in a text', () => {
  it.each([JWT, `Bearer ${JWT}`, `"${JWT}"`, `a=${JWT}&b`, `/x/${JWT}/y`, `token: ${JWT}, ${JWT}`])(
    'is masked and found in %s',
    (text) => {
      expect(masked(text)).not.toContain('bbbb');
      expect(find(text)).toEqual([JWT]);
    },
  );

  it('is masked also when it is glued to a word', () => {
    expect(masked(`token_${JWT}`)).toBe('[jwt secret]');
  });

  it('is not seen in what only looks like the start of one', () => {
    for (const text of ['eyJ', 'eyJaaaaaaaaa', 'eyJaaaaaaaaa.bbbbbbbbbb', 'a.b.c', 'www.example-host.example.com'])
      expect([masked(text), find(text)]).toEqual([text, []]);
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
])('[55] a long text of %s is searched in no time', (_, text) => {
  const start = process.cpuUsage();
  masked(text);
  find(text);
  const { user } = process.cpuUsage(start);
  expect(user).toBeLessThan(500_000);
});
