import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTITIES } from '../../../../src/app/entities.js';
import { failureOf } from '../../../../src/platform/config/failure.js';
import { openDatabase } from '../../../../src/platform/database/opening/open-database.js';
import { Secret } from '../../../../src/shared/crypto/secret.js';
import { makeCertificate } from '../../../support/certificates.js';
import { mariadbIsInstalled, startMariadb, type MariadbServer } from '../../../support/mariadb-server.js';
import { newFolder } from '../../../support/test-databases.js';

const describeWithMariadb = mariadbIsInstalled() ? describe : describe.skip;

/** How the server sees the connection: the name of its cipher, empty for plaintext. */
async function cipherOf(url: string): Promise<string> {
  const database = await openDatabase({ kind: 'mysql', url: new Secret(url) }, ENTITIES);
  try {
    const rows = await database.writer.query<{ Value: string }[]>("SHOW SESSION STATUS LIKE 'Ssl_cipher'");
    return rows[0]?.Value ?? '';
  } finally {
    await database.close();
  }
}

/** What an operator reads when the connection fails. */
async function failureText(url: string): Promise<string> {
  return cipherOf(url).then(
    (cipher) => `connected with ${cipher}`,
    (error: unknown) => failureOf(error).text,
  );
}

describeWithMariadb('[67] a database that has a self-signed certificate', () => {
  let server: MariadbServer;
  const at = (scheme: string, query: string) => `${server.url.replace('mysql:', scheme)}mysql?${query}`;

  beforeAll(async () => {
    const folder = newFolder();
    const { cert, key } = await makeCertificate({ name: 'db.example' });
    const [certFile, keyFile] = [join(folder, 'db.crt'), join(folder, 'db.key')];
    writeFileSync(certFile, cert);
    writeFileSync(keyFile, key);
    server = await startMariadb(folder, { options: [`--ssl-cert=${certFile}`, `--ssl-key=${keyFile}`] });
  });

  afterAll(() => server.stop());

  it.each(['sslmode=require', 'ssl-mode=PREFERRED', 'useSSL=true', 'tls=skip-verify'])(
    'is connected to with TLS by %s',
    async (query) => {
      expect(await cipherOf(at('mysql:', query))).toMatch(/^TLS_|^ECDHE-/);
      expect(await cipherOf(at('mariadb:', query))).toMatch(/^TLS_|^ECDHE-/);
    },
  );

  it('is connected to in plaintext only when the URL says so, or says nothing', async () => {
    expect([await cipherOf(at('mysql:', 'sslmode=disable')), await cipherOf(at('mysql:', ''))]).toEqual(['', '']);
  });

  it.each(['ssl=true', 'sslmode=verify-ca', 'tls=true'])(
    'is refused by %s, with a word on the certificate',
    async (query) => {
      expect(await failureText(at('mysql:', query))).toContain('NODE_EXTRA_CA_CERTS');
    },
  );
});

describeWithMariadb('[67] a database without TLS', () => {
  let server: MariadbServer;

  beforeAll(async () => {
    server = await startMariadb(newFolder());
  });

  afterAll(() => server.stop());

  it.each(['sslmode=require', 'sslmode=prefer', 'ssl=true', 'useSSL=true'])(
    'is never connected to with %s',
    async (query) => {
      expect(await failureText(`${server.url}mysql?${query}`)).toContain('The server offers no TLS');
    },
  );
});
