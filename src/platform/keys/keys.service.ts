import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { Audit } from '../audit/audit.service.js';
import { type AuditActor, SYSTEM } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../../shared/clock/clock.js';
import type { KeyPurpose } from './key.entity.js';
import { KeyMaterial } from './key-material.js';
import { KeyRepository } from './key.repository.js';

export interface SigningKey {
  readonly kid: string;
  /** A KeyObject, not PEM: jsonwebtoken would parse PEM again for every token. */
  readonly privateKey: KeyObject;
}

interface LoadedKeys {
  readonly signing: SigningKey;
  readonly publicKeys: ReadonlyMap<string, KeyObject>;
  readonly publicJwks: readonly Record<string, unknown>[];
  /** Newest first: the first seals, and all of them open. */
  readonly cookieKeys: readonly Buffer[];
}

const REFRESH_EVERY_MS = 5_000;
/** Forged `kid`s or cookies must not cause a database read each. */
const REFRESH_AT_MOST_EVERY_MS = 1_000;
/** A retired key stays until everything that it can have made is over: an application token lives at most 365 days. */
const KEEP_RETIRED_MS = 366 * 24 * 3600 * 1000;

/**
 * The deployment's keys. The newest key of a purpose signs or seals, and every kept key verifies or opens. Instances share keys
 * through the database. They look for new ones every 5 seconds, and at once when they meet an unknown key.
 */
@Injectable()
export class Keys implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger(Keys.name);
  #loaded: LoadedKeys | undefined;
  #refreshedAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: KeyRepository,
    private readonly material: KeyMaterial,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      for (const purpose of ['signing', 'cookie'] as const) {
        if (!(await this.repository.hasAny(tx, purpose))) await this.#add(tx, purpose, SYSTEM);
      }
    });
    await this.#load();
    this.#timer = setInterval(() => void this.#reloadQuietly(), REFRESH_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  get signing(): SigningKey {
    return this.#keys.signing;
  }

  get publicJwks(): readonly Record<string, unknown>[] {
    return this.#keys.publicJwks;
  }

  get cookieKeys(): readonly Buffer[] {
    return this.#keys.cookieKeys;
  }

  /** The key that verifies signatures made under `kid`, or undefined when that key never existed. */
  async verificationKey(kid: string): Promise<KeyObject | undefined> {
    if (!this.#keys.publicKeys.has(kid)) await this.refresh();
    return this.#keys.publicKeys.get(kid);
  }

  /** Looks for keys that another instance made, at most once a second; answers whether it looked. */
  async refresh(): Promise<boolean> {
    if (this.clock.now().getTime() - this.#refreshedAt < REFRESH_AT_MOST_EVERY_MS) return false;
    await this.#load();
    return true;
  }

  /** Makes a new key, which takes over at once. Everything that the old keys made stays valid. */
  async rotate(purpose: KeyPurpose, actor: AuditActor): Promise<string> {
    const id = await this.unitOfWork.run(async (tx) => {
      await this.repository.retire(tx, purpose, this.clock.now());
      return this.#add(tx, purpose, actor);
    });
    await this.#load();
    return id;
  }

  /** Seals every key with the first deployment key; answers how many had been sealed with another key. */
  async reseal(tx: Tx): Promise<number> {
    const stale = (await this.repository.all(tx)).filter((key) => !this.material.isCurrent(key));
    for (const key of stale) await this.repository.replaceSealed(tx, key.id, this.material.reseal(key));
    return stale.length;
  }

  get #keys(): LoadedKeys {
    if (this.#loaded === undefined) throw new Error('the keys are not loaded yet');
    return this.#loaded;
  }

  async #add(tx: Tx, purpose: KeyPurpose, actor: AuditActor): Promise<string> {
    const key = this.material.generate(purpose);
    await this.repository.insert(tx, key);
    const subject = { type: 'key', id: key.id };
    await this.audit.record(tx, {
      siteId: null,
      action: 'key.created',
      outcome: 'success',
      actor,
      subject,
      details: { purpose },
    });
    return key.id;
  }

  async #load(): Promise<void> {
    const now = this.clock.now().getTime();
    this.#refreshedAt = now;
    const kept = (await this.repository.newestFirst())
      .filter((key) => key.retiredAt === null || key.retiredAt.getTime() + KEEP_RETIRED_MS > now)
      // The clocks of two instances may differ: the key in force is the one that is not retired, whatever its age.
      .sort((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null));
    const [newest, ...others] = kept.filter((key) => key.purpose === 'signing');
    if (newest === undefined) throw new Error('there is no signing key');
    const publicJwks = [newest, ...others].flatMap(({ publicJwk }) => (publicJwk === null ? [] : [publicJwk]));
    this.#loaded = {
      signing: { kid: newest.id, privateKey: createPrivateKey(this.material.open(newest)) },
      publicKeys: new Map(publicJwks.map((jwk) => [String(jwk['kid']), createPublicKey({ key: jwk, format: 'jwk' })])),
      publicJwks,
      cookieKeys: kept
        .filter((key) => key.purpose === 'cookie')
        .map((key) => Buffer.from(this.material.open(key), 'base64')),
    };
  }

  async #reloadQuietly(): Promise<void> {
    try {
      await this.#load();
    } catch (error) {
      this.#logger.warn(`the keys could not be read again; the ones in memory stay in use: ${String(error)}`);
    }
  }
}
