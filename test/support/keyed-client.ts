import { randomUUID } from 'node:crypto';
import type { ApiAnswer, ApiClient } from './api-client.js';
import type { TestApp } from './test-app.js';

export function newKey(): string {
  return randomUUID();
}

/** A POST with an Idempotency-Key. */
export function keyedPost(client: ApiClient, path: string, body: unknown, key: string): Promise<ApiAnswer> {
  return client.post(path, body, { 'idempotency-key': key });
}

/** The same app, whose every call carries the key that is set. */
export function withKey(app: TestApp): { readonly app: TestApp; key: string | null } {
  const keyed: { app: TestApp; key: string | null } = { app, key: null };
  const fetch: TestApp['fetch'] = (pathOrUrl, init = {}) => {
    const headers = { ...(init.headers as Record<string, string>) };
    return app.fetch(pathOrUrl, {
      ...init,
      headers: keyed.key === null ? headers : { ...headers, 'idempotency-key': keyed.key },
    });
  };
  keyed.app = { ...app, fetch };
  return keyed;
}
