import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { failureOf } from '../../../src/platform/config/failure.js';
import { operatorProgram } from '../../../src/cli/operator-program.js';
import { Secret } from '../../../src/shared/crypto/secret.js';
import { SettingsError } from '../../../src/platform/config/settings-error.js';
import { databaseUnavailable, duplicateName, validationFailed } from '../../../src/shared/errors/general.errors.js';

describe("the operator's commands", () => {
  let said: string;
  let carriedOut: string[];

  beforeEach(() => {
    said = '';
    carriedOut = [];
    jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      said += String(chunk);
      return true;
    });
  });

  const run = async (line: string): Promise<number> => {
    const program = operatorProgram({
      with: (service) => {
        carriedOut.push(service.name);
        return Promise.resolve();
      },
      migrate: () => {
        carriedOut.push('migrate');
        return Promise.resolve();
      },
    });
    try {
      await program.parseAsync(line.split(' '), { from: 'user' });
      return 0;
    } catch (error) {
      return failureOf(error).exitCode;
    }
  };

  it.each([
    ['site create --name Acme --slug acme --admin-username ann', 'SiteCommands'],
    ['site list', 'SiteCommands'],
    ['user invite --username ann', 'UserCommands'],
    ['key rotate signing', 'KeyCommands'],
    ['key rotate cookie', 'KeyCommands'],
    ['key rotate deployment', 'KeyCommands'],
    ['migrate', 'migrate'],
    ['cache clear', 'CacheCommands'],
    ['cleanup', 'CleanupCommands'],
    ['care', 'CleanupCommands'],
  ])('%s is carried out', async (line, service) => {
    expect([await run(line), carriedOut]).toEqual([0, [service]]);
  });

  it.each([
    ['--nonsense', '--nonsense'],
    ['nonsense', 'nonsense'],
    ['site', 'create'],
    ['site list more', 'too many arguments'],
    ['site create --name Other --slug other', '--admin-username'],
    ['site create --name Other --slug other --admin-username carl --owner x', '--owner'],
    ['user invite', '--username'],
    ['key rotate tls', 'signing, cookie, deployment'],
    ['key rotate', 'key'],
    ['care tokens', 'too many arguments'],
  ])('%s is refused with exit code 2, and says why', async (line, reason) => {
    expect(await run(line)).toBe(2);
    expect(said).toContain(reason);
    expect(carriedOut).toEqual([]);
  });
});

describe('what an operator is told of a failure', () => {
  it('names the fields, or the way out', () => {
    const error = validationFailed({ errors: [{ path: 'slug', message: 'must be short' }] });
    expect(failureOf(error)).toEqual({
      exitCode: 1,
      text: expect.stringMatching(/\(validation_failed\)\n {2}slug must be short$/),
    });
    expect(failureOf(duplicateName()).text).toContain('Choose another name.');
  });

  it('names the setting when the database is not there', () => {
    expect(failureOf(databaseUnavailable()).text).toContain('GATEHOUSE_DATABASE_URL');
  });

  it('names every setting that is wrong', () => {
    const problem = { setting: 'GATEHOUSE_X', wants: 'less', reason: `is ${String(new Secret('hidden'))}` };
    expect(failureOf(new SettingsError([problem])).text).toContain('GATEHOUSE_X is [secret]');
  });

  it("is a driver's message with what to do, and the stack of a defect of ours", () => {
    const driver = (code: string) => Object.assign(new Error('that did not work'), { code });
    expect(failureOf(driver('ER_ACCESS_DENIED_ERROR')).text).toMatch(/^that did not work\n.*GATEHOUSE_DATABASE_URL/);
    expect(failureOf(driver('EADDRINUSE')).text).toContain('GATEHOUSE_PORT');
    expect(failureOf(driver('ER_OTHER')).text).toBe('that did not work');
    expect(failureOf(new TypeError('x is undefined')).text).toContain('operator-program.spec');
  });
});
