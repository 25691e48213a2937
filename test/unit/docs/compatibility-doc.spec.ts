import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readDoc, tableBelow } from './documents.js';

const { devDependencies } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  devDependencies: Readonly<Record<string, string>>;
};
const CLIENTS = tableBelow(readDoc('compatibility.md'), 'Clients').map(([link = '', version = '']) => ({
  name: /^\[(.+)\]/.exec(link)?.[1] ?? '',
  version,
}));
const OF_NPM = ['openid-client', 'oauth4webapi', 'simple-oauth2', 'axios'];

describe('docs/compatibility.md', () => {
  it.each(OF_NPM)('says which version of %s the tests run', (name) => {
    expect(CLIENTS).toContainEqual({ name, version: devDependencies[name] });
  });
});
