import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { passwordWeakness } from '../../shared/crypto/password-strength.js';
import { Randomness } from '../../shared/crypto/randomness.js';
import { validationFailed } from '../../shared/errors/general.errors.js';

/** Argon2id (the library's default algorithm) as OWASP recommends it: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const DECOY_BYTES = 32;

/** Keyboards differ in how they compose é. A password is the same text however it is typed (contract §9, "Sizes"). */
function normal(password: string): string {
  return password.normalize('NFC');
}

/**
 * The form that is hashed now, and those that were hashed formerly: as typed, on this keyboard or one that decomposes. The number
 * of forms says nothing about the user.
 */
function formsOf(password: string): string[] {
  return [...new Set([normal(password), password, password.normalize('NFD')])];
}

/** Hashes and checks passwords, and says which ones are good enough. */
@Injectable()
export class Passwords implements OnModuleInit {
  /**
   * The hash that is verified when there is no user or no password: the answer must not come sooner in that case (ASVS V6.3.8).
   */
  #decoy: Promise<string> | undefined;

  constructor(private readonly randomness: Randomness) {}

  async onModuleInit(): Promise<void> {
    await this.#decoyHash();
  }

  /** The hash in PHC form. Each call takes 19 MiB and some 10 ms of a worker thread. */
  hash(password: string): Promise<string> {
    return hash(normal(password), ARGON2ID);
  }

  /** Whether the password matches the hash. For a null hash: false, after the same time. */
  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    const tried = passwordHash ?? (await this.#decoyHash());
    for (const form of formsOf(password)) if (await verify(tried, form)) return passwordHash !== null;
    return false;
  }

  /** @throws validationFailed with `path` when the password is too weak for this user's account. */
  requireAcceptable(
    password: string,
    about: { readonly username: string; readonly email: string | null },
    path = 'password',
  ): void {
    const wanted = normal(password);
    const names = [about.username, ...(about.email === null ? [] : [about.email, about.email.split('@')[0] ?? ''])];
    const same = names.some((name) => name.toLowerCase() === wanted.toLowerCase());
    const weakness = same ? 'is a name of yours' : passwordWeakness(wanted, about.username);
    if (weakness !== null) throw validationFailed({ errors: [{ path, message: weakness }] });
  }

  #decoyHash(): Promise<string> {
    this.#decoy ??= this.hash(Buffer.from(this.randomness.bytes(DECOY_BYTES)).toString('base64'));
    return this.#decoy;
  }
}
