import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { readTour, runTour, unmet } from '../support/readme-tour.js';

const SAMPLE = [
  'Text.',
  '<!-- tour -->',
  '```bash',
  'NAME=ann',
  'GATE=https://localhost:8443',
  'echo "first $NAME"  # => first ann',
  '```',
  '```bash',
  'exit 1',
  '```',
  '<!-- tour -->',
  '```bash',
  'echo "second $NAME"  # => second ann',
  'echo "$GATE"  # => nowhere',
  '```',
].join('\n');
const PLACE = { folder: tmpdir(), port: 1234, environment: {} };

describe('the tour of the README', () => {
  it('has blocks that say what they show', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(readTour(readme).flatMap(({ expected }) => expected)).not.toEqual([]);
  });

  it('is run as one script, and what it does not show is found out', async () => {
    const outputs = await runTour(readTour(SAMPLE), PLACE);
    expect(outputs.map(({ output }) => output)).toEqual(['first ann\n', 'second ann\nhttps://localhost:1234\n']);
    expect(outputs.flatMap(unmet)).toEqual(['nowhere']);
  });

  it('stops at a command that fails', async () => {
    const broken = [{ script: 'false\n', expected: [] }];
    await expect(runTour(broken, PLACE)).rejects.toThrow('the tour stopped');
  });
});
