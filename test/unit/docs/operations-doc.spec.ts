import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../../src/platform/config/reading/read-settings.js';
import { PLAIN_SETTINGS, SECRET_SETTINGS, SETTING_PREFIX } from '../../../src/platform/config/reading/setting-names.js';
import { codesOf, readDoc, tableBelow } from './documents.js';

const PAGE = readDoc('operations.md');
const SETTINGS = tableBelow(PAGE, 'Settings').map(([name = '', fallback = '']) => ({
  name: codesOf(name)[0] ?? '',
  fallback: codesOf(fallback)[0],
}));

function noFile(path: string): string {
  throw new Error(`no file is read here: ${path}`);
}

describe('docs/operations.md', () => {
  it('lists every setting', () => {
    expect(SETTINGS.map(({ name }) => name)).toEqual([...PLAIN_SETTINGS, ...SECRET_SETTINGS]);
  });

  it.each(SETTINGS.filter(({ fallback }) => fallback !== undefined))('says the default of $name', (setting) => {
    const variables = { [SETTING_PREFIX + setting.name]: setting.fallback };
    expect(readSettings(variables, noFile)).toEqual(readSettings({}, noFile));
  });

  it('names the settings that can come from a file', () => {
    for (const name of SECRET_SETTINGS) expect(PAGE).toContain(`\`${SETTING_PREFIX}${name}_FILE\``);
  });
});
