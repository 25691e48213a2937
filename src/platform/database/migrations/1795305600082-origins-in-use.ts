import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Use {
  readonly credential_id: string;
  readonly base_url: string;
}

/**
 * Binds each credential in use to the origins of its connections at this moment; the origin of a token endpoint follows from the
 * settings. The migration parses URLs, which no dialect can do.
 */
export class OriginsInUse1795305600082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const uses = (await runner.query(
      'SELECT credential_id, base_url FROM connections WHERE credential_id IS NOT NULL ORDER BY id',
    )) as Use[];
    const origins = new Map<string, Set<string>>();
    for (const { credential_id, base_url } of uses) {
      const known = origins.get(credential_id) ?? new Set();
      origins.set(credential_id, known.add(new URL(base_url).origin));
    }
    for (const [id, bound] of origins)
      await runner.query('UPDATE credentials SET origins = ? WHERE id = ?', [[...bound].join(' '), id]);
  }

  down(): Promise<void> {
    return Promise.resolve(); // the column goes with CredentialOrigins1795305600080
  }
}
