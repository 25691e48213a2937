import { describe, expect, it } from '@jest/globals';
import type { DocumentThread } from '../../../../../src/gateway/proxies/import/document-thread.js';
import { importedApi } from '../../../../../src/gateway/proxies/import/openapi-import.js';
import { ProxyImport } from '../../../../../src/gateway/proxies/import/proxy-import.js';
import { proxyProposalResponse } from '../../../../../src/gateway/proxies/dto/proposal.response.js';
import { parseJson } from '../../../../../src/platform/http/requests/json-body.js';

type Parameters4 = Parameters<ProxyImport['propose']>;

/** What a site without roles proposes for as many operations. */
async function proposedFor(operations: number, scopes: number, length = 1) {
  const security = [{ oauth: Array.from({ length: scopes }, (_, i) => `res${i}:read`) }];
  const path = (i: number) => `/r${i}${'x'.repeat(length)}`;
  const paths = Object.fromEntries(Array.from({ length: operations }, (_, i) => [path(i), { get: { security } }]));
  const parts = [
    { read: () => Promise.resolve() },
    { all: () => Promise.resolve([]) },
  ] as unknown as ConstructorParameters<typeof ProxyImport>;
  const thread = {
    propose: () => Promise.resolve(importedApi({ openapi: '3.1.0', info: { title: 'Big' }, paths }, {})),
  } as unknown as DocumentThread;
  const request = { connectionId: 'c' } as unknown as Parameters4[2];
  const proposal = await new ProxyImport(...parts).propose(
    { siteId: 's' } as unknown as Parameters4[0],
    'p',
    request,
    thread,
  );
  return JSON.stringify(proxyProposalResponse(proposal));
}

describe('a proposal', () => {
  it.each([
    [2_000, 40, 1],
    [1_500, 60, 1],
    [2_000, 1, 400],
  ])('of %d operations with %d scopes can be sent back', async (operations, scopes, length) => {
    const answer = await proposedFor(operations, scopes, length);
    expect(Buffer.byteLength(answer)).toBeLessThan(4 * 1024 * 1024);
    expect(parseJson(answer, 100_000)).toHaveProperty('routes.length', operations);
  });

  it.each([
    [2_000, 50],
    [1_600, 60],
  ])('of %d operations with %d scopes is refused, for nobody could send it back', async (operations, scopes) => {
    await expect(proposedFor(operations, scopes)).rejects.toMatchObject({
      occurrence: { errors: [{ path: 'document', message: expect.stringMatching(/too large/) as unknown }] },
    });
  });
});
