import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { askRegistry } from '../../../scripts/audit/ask-registry.js';
import { verdictOf } from '../../../scripts/audit/verdict.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** npm keeps advisories: none of ours in the cache of whoever runs the tests, and none of theirs here. */
const cache = mkdtempSync(join(tmpdir(), 'gatehouse-audit-'));
let registry: Server | undefined;

afterEach(() => {
  registry?.close();
  registry?.closeAllConnections();
});

afterAll(() => {
  rmSync(cache, { recursive: true, force: true });
});

type Answer = 'silence' | 'not allowed' | Readonly<Record<string, string>>;

/** A registry that knows of vulnerabilities by package and severity, and of no package besides. */
async function startRegistry(answer: Answer): Promise<NodeJS.ProcessEnv> {
  const server = createServer((request, response) => {
    request.resume();
    if (answer === 'silence') return;
    const asked = request.url === '/-/npm/v1/security/advisories/bulk';
    response.statusCode = asked ? (answer === 'not allowed' ? 405 : 200) : 404;
    response.end(JSON.stringify(asked && answer !== 'not allowed' ? advisories(answer) : {}));
  });
  registry = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { NODE_OPTIONS: _, ...environment } = process.env;
  return {
    ...environment,
    npm_config_registry: `http://127.0.0.1:${address.port}/`,
    npm_config_cache: cache,
    npm_config_update_notifier: 'false',
  };
}

function advisories(answer: Readonly<Record<string, string>>): object {
  const entries = Object.entries(answer).map(([name, severity]) => {
    const advisory = { id: name.length, title: `Leaks in ${name}`, url: 'https://example.com/1', severity };
    return [
      name,
      [{ ...advisory, vulnerable_versions: '*', cwe: [], cvss: { score: 0, vectorString: null } }],
    ] as const;
  });
  return Object.fromEntries(entries);
}

function check(environment: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  const script = ['--import', './scripts/typescript.mjs', 'scripts/audit/main.ts'];
  const child = spawn(process.execPath, script, { cwd: ROOT, env: environment });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

describe('npm run check:audit', () => {
  it('fails on a severe vulnerability in what ships, the console included', async () => {
    const { code, output } = await check(await startRegistry({ react: 'critical', 'axe-core': 'high' }));
    expect(output).toMatch(
      /development dependencies[^]*axe-core, high[^]*what we ship:\n {2}[^]*react, critical\n {4}Leaks/,
    );
    expect(code).toBe(1);
  });

  it('tells of one in development dependencies, and passes', async () => {
    const { code, output } = await check(await startRegistry({ 'axe-core': 'high', fastify: 'moderate' }));
    expect(output).toMatch(/axe-core, high[^]*No known vulnerability .* in what we ship/);
    expect(code).toBe(0);
  });

  it('says that nothing was checked when the registry has no answer, and passes', async () => {
    const { code, output } = await check(await startRegistry('not allowed'));
    expect(output).toMatch(/^NOT CHECKED [^]*405/);
    expect(code).toBe(0);
  });

  it('does not wait for a registry that says nothing', async () => {
    const environment = await startRegistry('silence');
    expect(await askRegistry(ROOT, 1000, environment)).toBeNull();
  });
});

describe('what npm audit says', () => {
  const shipped = new Set(['node_modules/a', 'node_modules/b/node_modules/c']);
  const vulnerability = (name: string, severity: string, nodes: string[], via: unknown[] = []): object => ({
    [name]: { name, severity, nodes, via },
  });
  const verdict = (...found: object[]): unknown =>
    verdictOf(JSON.stringify({ auditReportVersion: 2, vulnerabilities: Object.assign({}, ...found) }), shipped);

  it('is nothing, or nothing severe', () => {
    expect(verdict()).toEqual({ answered: true, findings: [] });
    expect(verdict(vulnerability('a', 'moderate', ['node_modules/a']))).toEqual({ answered: true, findings: [] });
  });

  it('ships when one of the places does where the package is installed', () => {
    expect(
      verdict(
        vulnerability('a', 'high', ['node_modules/x/node_modules/a', 'node_modules/a']),
        vulnerability('c', 'critical', ['node_modules/c']),
      ),
    ).toMatchObject({
      findings: [
        { name: 'a', ships: true },
        { name: 'c', ships: false },
      ],
    });
  });

  it('names the advisories, not the packages on the way to them', () => {
    const via = ['deeper', { title: 'Leaks', url: 'https://example.com/1' }];
    expect(verdict(vulnerability('a', 'high', ['node_modules/a'], via))).toMatchObject({
      findings: [{ advisories: ['Leaks: https://example.com/1'] }],
    });
  });

  it('is no answer when the request failed', () => {
    const output = JSON.stringify({ message: 'request failed, reason: connect ECONNREFUSED', error: {} });
    expect(verdictOf(output, shipped)).toEqual({
      answered: false,
      why: 'request failed, reason: connect ECONNREFUSED',
    });
  });

  it('is an error when npm could not ask', () => {
    const output = JSON.stringify({
      error: { code: 'ENOLOCK', summary: 'This command requires an existing lockfile.' },
    });
    expect(() => verdictOf(output, shipped)).toThrow('requires an existing lockfile');
    expect(() => verdictOf('no JSON', shipped)).toThrow(SyntaxError);
  });
});
