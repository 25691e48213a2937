import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SettingValues } from '../../../../src/platform/config/settings.js';
import type { DatabaseSettings } from '../../../../src/platform/config/settings.js';
import { createApp } from '../../../../src/app/create-app.js';
import { Database } from '../../../../src/platform/database/database.js';
import { Passwords } from '../../../../src/directory/users/passwords.service.js';
import { Users } from '../../../../src/directory/users/users.service.js';
import { forEachDialect } from '../../../support/dialects.js';
import { createEmptyLocation, discard, newFolder } from '../../../support/test-databases.js';
import { testSettings } from '../../../support/test-settings.js';

forEachDialect((dialect) => {
  let location: DatabaseSettings;
  let dataDir: string;
  let running: NestFastifyApplication[];
  let logged: string[];
  /** What a person at the terminal sees beside the log. */
  let shown: string;

  beforeEach(async () => {
    location = await createEmptyLocation(dialect);
    dataDir = newFolder();
    [running, logged, shown] = [[], [], ''];
    jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      shown += String(chunk);
      return true;
    });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    for (const app of running) await app.close();
    await discard(location);
  });

  const start = async (values: Partial<SettingValues> = {}): Promise<NestFastifyApplication> => {
    const settings = testSettings({ dataDir, database: location, logLevel: 'trace', ...values });
    const app = await createApp(settings, { logStream: { write: (line) => logged.push(line) } });
    running.push(app);
    return app.init();
  };
  const rows = (app: NestFastifyApplication, sql: string): Promise<Record<string, unknown>[]> =>
    app.get(Database, { strict: false }).reader.query<Record<string, unknown>[]>(sql);
  const canSignIn = async (app: NestFastifyApplication, username: string, password: string): Promise<boolean> => {
    const user = await app.get(Users, { strict: false }).byLogin(username);
    return app.get(Passwords, { strict: false }).verify(user?.passwordHash ?? null, password);
  };

  describe('the first start', () => {
    it('makes a site with an account and an administrator, who owns it', async () => {
      const app = await start();
      const [site, ...others] = await rows(app, 'SELECT * FROM sites');
      const [account, ...moreAccounts] = await rows(app, 'SELECT * FROM accounts');
      const [admin, ...moreUsers] = await rows(app, 'SELECT * FROM users');
      expect([others, moreAccounts, moreUsers]).toEqual([[], [], []]);
      expect(site).toMatchObject({ name: 'Default', slug: 'default', owner_id: admin?.['id'] });
      expect(account).toMatchObject({ name: 'Default', status: 'active', site_id: site?.['id'] });
      expect(admin).toMatchObject({ username: 'admin', kind: 'person', status: 'active', site_id: site?.['id'] });
      expect(await rows(app, 'SELECT role FROM user_roles')).toEqual([{ role: 'ROLE_ADMIN' }]);
      expect(await canSignIn(app, 'admin', 'a password of the tests 1')).toBe(true);
      expect(shown).toBe('');
    });

    it('shows a generated password once, and nowhere but on the terminal [17]', async () => {
      const app = await start({
        adminPassword: null,
        adminUsername: 'root',
        tls: { mode: 'on', certFile: null, keyFile: null },
      });
      const password = /Password\s+(\S+)/.exec(shown)?.[1] ?? '';
      expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){4}$/);
      expect(shown).toContain('User name     root');
      expect(shown).toContain('https://localhost:8443');
      expect(shown).toContain(`${dataDir}/tls.crt`);
      const widths = new Set(
        shown
          .trim()
          .split('\n')
          .map((line) => line.length),
      );
      expect(widths.size).toBe(1); // a frame without a dent
      expect(await canSignIn(app, 'root', password)).toBe(true);
      expect(logged.join('')).not.toContain(password);
      const kept = await Promise.all(
        ['audit_events', 'users', 'sites', 'notifications'].map((table) => rows(app, `SELECT * FROM ${table}`)),
      );
      expect(JSON.stringify(kept)).not.toContain(password);
      await app.close();
      shown = '';
      await start({ adminPassword: null, adminUsername: 'root' });
      expect(shown).toBe('');
    });

    it('is the only one: a later start changes nothing, whatever the settings say now', async () => {
      const first = await start();
      const before = await rows(first, 'SELECT id, password_hash FROM users');
      await first.close();
      const second = await start({ adminUsername: 'other', adminPassword: null });
      expect(await rows(second, 'SELECT id, password_hash FROM users')).toEqual(before);
      expect(await rows(second, 'SELECT slug FROM sites')).toEqual([{ slug: 'default' }]);
      expect(shown).toBe('');
    });

    it('happens once when several instances start at once, and the password shown is the one that works', async () => {
      const [app] = await Promise.all(Array.from({ length: 4 }, () => start({ adminPassword: null })));
      if (app === undefined) throw new Error('nothing started');
      expect(await rows(app, 'SELECT slug FROM sites')).toEqual([{ slug: 'default' }]);
      expect(await rows(app, 'SELECT username FROM users')).toEqual([{ username: 'admin' }]);
      expect(await rows(app, 'SELECT name FROM accounts')).toEqual([{ name: 'Default' }]);
      const passwords = Array.from(shown.matchAll(/Password\s+(\S+)/g), ([, password = '']) => password);
      expect(passwords).toHaveLength(1);
      expect(await canSignIn(app, 'admin', passwords[0] ?? '')).toBe(true);
    });

    it('leaves nothing behind when it fails, and the next start does it', async () => {
      const refused = start({ adminUsername: 'app_admin' }); // no user name: client ids look like that
      await expect(refused).rejects.toThrow();
      const app = await start();
      expect(await rows(app, 'SELECT slug FROM sites')).toEqual([{ slug: 'default' }]);
      expect(await rows(app, "SELECT action FROM audit_events WHERE action = 'site.created'")).toHaveLength(1);
    });
  });
});
