import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploymentKeys } from '../../../../src/platform/config/deployment-keys.js';
import { DataFolder } from '../../../../src/platform/config/data-folder.js';
import { Randomness } from '../../../../src/shared/crypto/randomness.js';
import { testSettings } from '../../../support/test-settings.js';

Logger.overrideLogger(false);
const randomness = new Randomness();

describe('the deployment key', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = join(mkdtempSync(join(tmpdir(), 'gatehouse-')), 'data');
  });
  afterEach(() => {
    rmSync(join(dataDir, '..'), { recursive: true });
  });

  const withoutKeys = () => testSettings({ dataDir, database: { kind: 'sqlite', file: '' }, secretKeys: null });

  it('is made once, kept for its owner alone, and used again', () => {
    const sealed = deploymentKeys(withoutKeys(), randomness).seal('value', 'x');
    expect(deploymentKeys(withoutKeys(), randomness).open(sealed, 'x')).toBe('value');
    expect(statSync(join(dataDir, 'deployment.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['deployment.key']);
  });

  it('comes from the settings when they have one, and touches no folder then', () => {
    const settings = testSettings({ dataDir, database: { kind: 'sqlite', file: '' } });
    deploymentKeys(settings, randomness);
    expect(() => statSync(dataDir)).toThrow();
  });

  it('[67] is refused when its file was damaged', () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'deployment.key'), 'damaged');
    expect(() => deploymentKeys(withoutKeys(), randomness)).toThrow('bytes');
  });

  it('takes the rights of others on the folder away', () => {
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o755);
    new DataFolder(dataDir).prepare();
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });
});
