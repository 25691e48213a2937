import { describe, expect, it } from '@jest/globals';
import { faultsOf } from '../../../scripts/commits/subject.js';

describe('the subject of a commit', () => {
  it.each([
    'feat(tokens): rotate with a grace period',
    'docs: retrying safely',
    'fix(oauth): a client and its token are revoked together',
    `fix(http): ${'x'.repeat(61)}`,
    'release: v1.10.0',
    'Revert "fix(oauth): a token of no whole second is not issued; and the rest of a subject that was too long"',
  ])('%s', (subject) => {
    expect(faultsOf(subject)).toEqual([]);
  });

  it.each([
    ['rotate with a grace period', 'begin with a type'],
    ['wip: rotate', 'begin with a type'],
    ['feat(tokens) rotate', 'begin with a type'],
    ['feat(tokens):rotate', 'begin with a type'],
    ['fix(auth,gateway): one list', 'begin with a type'],
    ['release: 1.2.3', 'begin with a type'],
    [`fix(http): ${'x'.repeat(62)}`, '73 characters'],
    ['docs: retrying safely; decision 0011', 'two things'],
    ['feat(console): people say what they have read and also forget it', 'two things'],
  ])('%s: %s', (subject, fault) => {
    expect(faultsOf(subject)).toEqual([expect.stringContaining(fault)]);
  });
});
