import { hash } from '@node-rs/argon2';
import { Database } from '../../src/platform/database/database.js';
import { JwtCodec } from '../../src/tokens/jwt-codec.js';
import { Passwords } from '../../src/directory/users/passwords.service.js';
import type { TestApp } from '../support/test-app.js';

/** The least that argon2 takes. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 } as const;
const MOST_KNOWN = 10_000;

/** Makes cheap what no history is about, and what took two thirds of its time: the disk, guesses, the mathematics of signatures. */
export async function cheapened({ app }: TestApp): Promise<void> {
  await app.get(Database, { strict: false }).writer.query('PRAGMA synchronous = OFF');
  app.get(Passwords, { strict: false }).hash = (password) => hash(password.normalize('NFC'), CHEAP);
  rememberSignatures(app.get(JwtCodec, { strict: false }));
}

/** A text that we signed stays signed. */
function rememberSignatures(codec: JwtCodec): void {
  const verify = codec.verify.bind(codec);
  const known = new Set<string>();
  codec.verify = async (token) => {
    if (known.has(token)) return 'valid';
    const verdict = await verify(token);
    if (known.size === MOST_KNOWN) known.clear();
    if (verdict === 'valid') known.add(token);
    return verdict;
  };
}
