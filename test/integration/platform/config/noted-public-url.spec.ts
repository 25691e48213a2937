import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notedPublicUrl, notePublicUrl } from '../../../../src/platform/config/noted-public-url.js';
import { testSettings } from '../../../support/test-settings.js';

describe('[67] the public URL that is noted in the data folder', () => {
  let dataDir: string;
  let warnings: string[];
  const settings = (publicUrl = 'https://id.example') =>
    testSettings({ dataDir, database: { kind: 'sqlite', file: '' }, publicUrl });
  const file = () => join(dataDir, 'public-url');

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-'));
    warnings = [];
    const keep = (message: string) => warnings.push(message);
    Logger.overrideLogger({ log: () => undefined, error: () => undefined, warn: keep });
  });
  afterEach(() => {
    Logger.overrideLogger(false);
    rmSync(dataDir, { recursive: true });
  });

  it.each([
    'https://id.example',
    'https://id.example:8443/gate/house',
    'https://[fd00::5]',
    'https://b%C3%BCcher.example/%20',
  ])('is %s for the commands', (publicUrl) => {
    const { href } = new URL(publicUrl);
    notePublicUrl(settings(href.replace(/\/$/, '')));
    expect(notedPublicUrl(settings())).toBe(href.replace(/\/$/, ''));
    expect(warnings).toEqual([]);
  });

  it('is missing until a service has run, which needs no word', () => {
    expect(notedPublicUrl(settings())).toBeNull();
    expect(warnings).toEqual([]);
  });

  it.each([
    '',
    '\n',
    'id.example',
    'javascript:alert(1)',
    'javascript://id.example/%0aalert(1)',
    'data:text/html,x',
    'http://id.example',
    'https://user:s3cret@id.example',
    'https://id.example?next=https://evil.example',
    'https://id.example#top',
    'https://id.example/%zz',
    'https://',
    // what the service itself would write in another form
    'https://id.example\nhttps://evil.example',
    'https:id.example',
    'https:\\\\id.example',
    'https://id.example/',
    'https://ID.example',
    'https://id.exa\tmple',
    'https://id.example/a b',
    '\u0000https://id.example',
    '\u001B[31mhttps://id.example',
  ])('is ignored, with a warning that does not repeat it: %j', (content) => {
    writeFileSync(file(), content);
    expect(notedPublicUrl(settings())).toBeNull();
    expect(warnings).toEqual([`${file()} is ignored, as it holds no public URL: set GATEHOUSE_PUBLIC_URL for links`]);
  });

  it('is ignored, with a warning, when it can’t be read', () => {
    mkdirSync(file());
    expect(notedPublicUrl(settings())).toBeNull();
    expect(warnings).toEqual([expect.stringMatching(/public-url is ignored, as it can't be read \(EISDIR\)/)]);
  });
});
