import { gunzipSync, gzipSync, brotliDecompressSync } from 'node:zlib';
import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONSOLE_PAGES } from '../../../src/platform/http/console/console-pages.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const FIRST_LOAD_BYTES = 250 * 1024;

describe("the console's files", () => {
  let app: TestApp;
  let html: string;

  beforeAll(async () => {
    app = await startTestApp('sqlite');
    html = await (await app.fetch('/')).text();
  });
  afterAll(() => app.stop());

  const assetsOf = (page: string): string[] => [...page.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');

  it.each(CONSOLE_PAGES.map((path) => path.replace('*', 'anything/further')))('%s is a page of it', async (path) => {
    const answer = await app.fetch(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(text).toContain('<div id="root">');
    expect(text).toContain('name="gatehouse-api" content="/api/v1"');
    expect(text).not.toContain('%GATEHOUSE');
  });

  it('[42] may run scripts, styles and calls of this origin alone, by a nonce that no other answer has', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => {
        const answer = await app.fetch('/');
        const policy = answer.headers.get('content-security-policy') ?? '';
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
        expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
        expect(await answer.text()).toContain(`<meta property="csp-nonce" nonce="${nonce}" />`);
        return policy;
      }),
    );
    expect(policies[0]).not.toBe(policies[1]);
    expect(policies[0]?.replace(/'nonce-[^']+'/, "'nonce-…'").split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-…'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it('[42] hold no inline script, style or handler, and name no other origin', () => {
    for (const [script] of html.matchAll(/<script[^>]*>/g)) expect(script).toContain('src="/assets/');
    expect(html).toMatch(/<script[^>]*><\/script>/);
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|https?:\/\//);
  });

  it('are cached for good by their names, in the best encoding that the client takes', async () => {
    const assets = assetsOf(html);
    expect(assets.length).toBeGreaterThan(2);
    for (const path of assets) {
      const plain = await raw(path, 'identity');
      const gzip = await raw(path, 'gzip, deflate');
      const brotli = await raw(path, 'gzip, deflate, br');
      const refused = await raw(path, 'br;q=0, gzip;q=0');
      expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(plain.headers.vary).toBe('accept-encoding');
      expect(plain.headers['x-content-type-options']).toBe('nosniff');
      expect([plain, gzip, brotli, refused].map(({ headers }) => headers['content-encoding'])).toEqual([
        undefined,
        'gzip',
        'br',
        undefined,
      ]);
      expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
      expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    }
  });

  it.each([
    ['the sign-in', ['sign-in.page']],
    ['the home page', ['shell', 'home.page']],
  ])('weigh less than 250 KiB, compressed, before %s can be used', async (_, chunks) => {
    const entry = assetsOf(html);
    const page = (await Promise.all(chunks.map((chunk) => lazyPage(entry, chunk)))).flat();
    const bodies = await Promise.all([...new Set([...entry, ...page])].map((path) => raw(path, 'gzip')));
    const bytes = bodies.reduce((sum, { body }) => sum + body.length, gzipSync(html).length);
    expect(bytes).toBeLessThan(FIRST_LOAD_BYTES);
  });

  it('are split: no page is in what every page loads', async () => {
    const entry = (await Promise.all(assetsOf(html).map((path) => raw(path, 'identity')))).map(({ body }) =>
      String(body),
    );
    const page = await lazyPage(assetsOf(html), 'applications.page');
    const code = (await Promise.all(page.map((path) => raw(path, 'identity')))).map(({ body }) => String(body));
    expect(entry.join('')).not.toContain('getpostman');
    expect(code.join('')).toContain('getpostman');
  });

  it('leave everything else as it was', async () => {
    for (const path of [
      '/nothing',
      '/api/v1/nothing',
      '/docs/nothing',
      '/assets/nothing.js',
      '/assets/..%2findex.html',
    ])
      await expect(problem(path)).resolves.toEqual([404, 'application/problem+json; charset=utf-8', path]);
    expect((await app.fetch('/tokens', { method: 'POST' })).status).toBe(405);
    expect((await app.fetch('/health/live')).status).toBe(200);
    expect(await (await app.fetch('/docs')).text()).toContain('swagger-ui');
    expect((await app.fetch('/.well-known/jwks.json')).status).toBe(200);
    expect((await app.fetch('/verify')).status).toBe(401);
  });

  it('are told the path and the API prefix that the service has', async () => {
    const settings = { publicUrl: 'https://example.com/gate', apiPrefix: '/rest/v2' };
    const other = await startTestApp('sqlite', { settings });
    try {
      const page = await (await other.fetch('/tokens/new')).text();
      expect(page).toContain('name="gatehouse-base" content="/gate"');
      expect(page).toContain('name="gatehouse-api" content="/gate/rest/v2"');
      expect(page).toContain('src="/gate/assets/');
      expect(page).not.toContain('="/assets/');
    } finally {
      await other.stop();
    }
  });

  async function problem(path: string): Promise<[number, string | null, string]> {
    const answer = await app.fetch(path);
    return [answer.status, answer.headers.get('content-type'), path];
  }

  /** A lazily loaded page and what it imports, found in the entry's own list of preloads. */
  async function lazyPage(entry: readonly string[], name: string): Promise<string[]> {
    const scripts = await Promise.all(
      entry.filter((path) => path.endsWith('.js')).map(async (path) => String((await raw(path, 'identity')).body)),
    );
    const page = new RegExp(`${name}-[\\w-]+\\.js`).exec(scripts.join('\n'))?.[0];
    if (page === undefined) throw new Error(`no chunk of ${name}`);
    const files = new Set([`/assets/${page}`]);
    for (const file of files) {
      const code = String((await raw(file, 'identity')).body);
      for (const [, imported] of code.matchAll(/(?:from|import)\s*["`]\.\/([^"`]+)["`]/g))
        files.add(`/assets/${imported ?? ''}`);
    }
    return [...files];
  }

  interface RawAnswer {
    readonly headers: Record<string, string | string[] | undefined>;
    readonly body: Buffer;
  }

  /** As sent: fetch would decode it. */
  function raw(path: string, acceptEncoding: string): Promise<RawAnswer> {
    const headers = { 'accept-encoding': acceptEncoding };
    return new Promise((resolve, reject) => {
      request(`${app.url}${path}`, { ca: app.certificate, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve({ headers: answer.headers, body: Buffer.concat(parts) });
          else reject(new Error(`${path}: ${answer.statusCode ?? 0}`));
        });
      })
        .on('error', reject)
        .end();
    });
  }
});
