import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { installedProgram } from '../support/installed-program.js';

const { CI } = process.env;

describe('a program that some tests need', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    if (CI === undefined) delete process.env['CI'];
    else process.env['CI'] = CI;
  });

  it('is found on the path', () => {
    expect(installedProgram('bash', 'bash')).toMatch(/\/bash$/);
  });

  it('is missing when a file that it needs is', () => {
    process.env['CI'] = 'true';
    expect(() => installedProgram('bash', 'bash', ['/no/such/file'])).toThrow('install bash');
  });

  it('is a failure in CI where it is missing', () => {
    process.env['CI'] = 'true';
    expect(() => installedProgram('no-such-proxy', 'its-package')).toThrow('install its-package');
  });

  it('is missed aloud elsewhere', () => {
    delete process.env['CI'];
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(installedProgram('no-such-proxy', 'its-package')).toBeNull();
    expect(said.mock.calls.join()).toMatch(/SKIPPED[^]*its-package/);
  });
});
