import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { passwordWeakness } from '../shared/crypto/password-strength.js';
import { Randomness } from '../shared/crypto/randomness.js';
import { validationFailed } from '../shared/errors/general.errors.js';

/** Argon2id (the library's default algorithm) as OWASP recommends it: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const DECOY_BYTES = 32;

/** Hashes and checks passwords, and says which are good enough. */
@Injectable()
export class Passwords implements OnModuleInit {
  /** What is verified when there is no user or no password: the answer must not come sooner then (ASVS V6.3.8). */
  #decoy: Promise<string> | undefined;

  constructor(private readonly randomness: Randomness) {}

  async onModuleInit(): Promise<void> {
    await this.#decoyHash();
  }

  /** In PHC form. Each call takes 19 MiB and some 10 ms of a worker thread. */
  hash(password: string): Promise<string> {
    return hash(password, ARGON2ID);
  }

  /** Whether the password is the one behind the hash; for null, false after the same time. */
  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    const matches = await verify(passwordHash ?? (await this.#decoyHash()), password);
    return matches && passwordHash !== null;
  }

  /** @throws validationFailed with `path` when the password is too weak to guard this user's account. */
  requireAcceptable(
    password: string,
    about: { readonly username: string; readonly email: string | null },
    path = 'password',
  ): void {
    const names = [about.username, ...(about.email === null ? [] : [about.email, about.email.split('@')[0] ?? ''])];
    const same = names.some((name) => name.toLowerCase() === password.toLowerCase());
    const weakness = same ? 'is a name of yours' : passwordWeakness(password, about.username);
    if (weakness !== null) throw validationFailed({ errors: [{ path, message: weakness }] });
  }

  #decoyHash(): Promise<string> {
    this.#decoy ??= this.hash(Buffer.from(this.randomness.bytes(DECOY_BYTES)).toString('base64'));
    return this.#decoy;
  }
}
