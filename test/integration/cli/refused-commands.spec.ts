import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DatabaseSettings } from '../../../src/platform/config/settings.js';
import { Secret } from '../../../src/shared/crypto/secret.js';
import { forEachDialect } from '../../support/dialects.js';
import { environmentOf, runCommand, type Variables } from '../../support/operator-command.js';
import { createEmptyLocation, discard, newFolder } from '../../support/test-databases.js';
import { TEST_KEY } from '../../support/test-settings.js';

const OTHER_KEY = 'mH3vXo0sQ1ZtR8yWc6LkJfP2uEaB9dNg7TxViKrC5Oo=';
const SITE = 'site create --name Other --slug other';

describe('a command that is not asked for in the right way', () => {
  it('ends with exit code 2 and says why', async () => {
    const environment = environmentOf({ kind: 'sqlite', file: '/nowhere' }, '/nowhere');
    const result = await runCommand(SITE.split(' '), environment);
    expect(result).toEqual({ exitCode: 2, stdout: '', stderr: expect.stringContaining('--admin-username') });
  });
});

forEachDialect((dialect) => {
  describe('a command that cannot be carried out', () => {
    let location: DatabaseSettings;
    let environment: Variables;

    const gatehouse = (line: string, variables: Variables = {}) =>
      runCommand(line.split(' '), { ...environment, ...variables });

    beforeAll(async () => {
      location = await createEmptyLocation(dialect);
      environment = { ...environmentOf(location, newFolder()), GATEHOUSE_SECRET_KEYS: TEST_KEY };
      expect((await gatehouse('site list')).exitCode).toBe(0);
    });
    afterAll(() => discard(location));

    it.each([
      ['site create --name X --slug default --admin-username carl', {}, 'slug is the slug of another site'],
      [`${SITE} --admin-username admin`, {}, 'duplicate_name'],
      [`${SITE} --admin-username carl --admin-password short`, {}, 'password is shorter'],
      ['user invite --username nobody', {}, 'user_not_found'],
      ['site list', { GATEHOUSE_NONSENSE: '1' }, 'GATEHOUSE_NONSENSE'],
      ['site list', { GATEHOUSE_SECRET_KEYS: OTHER_KEY }, 'none of the deployment keys'],
    ])('%s with %j ends with exit code 1 and says why', async (line, variables: Variables, said) => {
      expect(await gatehouse(line, variables)).toEqual({
        exitCode: 1,
        stdout: '',
        stderr: expect.stringContaining(said),
      });
    });

    it('leaves nothing behind', async () => {
      expect(JSON.parse((await gatehouse('site list')).stdout)).toMatchObject([{ slug: 'default' }]);
    });
  });
});

describe('a database that is not there', () => {
  it('is said in so many words, with exit code 1', async () => {
    const url = new Secret('mysql://root@127.0.0.1:1/gatehouse');
    const environment = environmentOf({ kind: 'mysql', url }, newFolder());
    const result = await runCommand(['site', 'list'], environment);
    expect(result).toEqual({ exitCode: 1, stdout: '', stderr: expect.stringContaining('GATEHOUSE_DATABASE_URL') });
  });
});
