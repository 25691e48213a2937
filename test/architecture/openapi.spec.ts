import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { TASKS } from '../../src/platform/http/openapi/tags.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function run(...script: string[]): string {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', ...script], { cwd: ROOT, env, encoding: 'utf8' });
  return status === 0 ? 'ok' : stdout + stderr;
}

describe('the generated documents', () => {
  it('docs/openapi.json is what the controllers say', () => {
    expect(run('openapi:check')).toBe('ok');
  });

  it('docs/errors.md is what the modules declare', () => {
    expect(run('errors:check')).toBe('ok');
  });

  const document = JSON.parse(readFileSync(`${ROOT}docs/openapi.json`, 'utf8')) as {
    tags: { name: string }[];
    components: { schemas: Record<string, { properties?: object }> };
    paths: Record<string, Record<string, { tags?: string[]; responses: Record<string, { content?: object }> }>>;
  };

  it('every body says its fields: the plugin reads DTOs in files of their own alone', () => {
    const schemas = Object.entries(document.components.schemas);
    const empty = schemas.filter(([, { properties = {} }]) => Object.keys(properties).length === 0);
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it('every success has a JSON body, but for 204 and what answers a reverse proxy', () => {
    const successes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        Object.entries(responses).map(([status, { content = {} }]) => ({ call: `${method} ${path}`, status, content })),
      ),
    );
    const without = successes.filter(
      ({ status, content }) => /^2(?!04)/.test(status) && !Object.hasOwn(content, 'application/json'),
    );
    expect(without.map(({ call }) => call)).toEqual(['get /verify']);
  });

  it('every call belongs to a task, in the order in which people come to need them', () => {
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    const used = new Set(operations.flatMap(({ tags = [] }) => tags));
    expect(document.tags.map(({ name }) => name)).toEqual(Object.keys(TASKS));
    expect([...used].sort()).toEqual(Object.keys(TASKS).sort());
    expect(document.tags[0]?.name).toBe('Start here');
  });
});
