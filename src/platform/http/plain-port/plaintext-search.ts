import { Injectable, Logger } from '@nestjs/common';
import type { RequestContext } from '../../../shared/authz/actor.js';
import { ExposedCredentials } from '../exposed-credentials.js';
import { CredentialFinder } from '../../../shared/exposure/credential-finder.js';
import { ReadingRoom } from './reading-room.js';

/** More searches at once would let a flood do more at once: each search rests between its slices, and the others wait. */
const MOST_AT_ONCE = 2;

/** Searches bytes that came in plaintext, and reports the credentials in them: the network has read them (contract §2). */
@Injectable()
export class PlaintextSearch {
  /** Shared by everything that reads in order to search. */
  readonly room = new ReadingRoom();
  readonly #logger = new Logger('Http');
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(
    private readonly finder: CredentialFinder,
    private readonly exposed: ExposedCredentials,
  ) {}

  /** It never fails: a refusal must not depend on a database. */
  async search(bytes: Buffer, context: RequestContext): Promise<void> {
    if (bytes.length === 0) return;
    await this.#turn();
    try {
      const found = await this.finder.find(bytes);
      if (found.length > 0) await this.exposed.report(found, context);
    } catch (err) {
      const { requestId } = context;
      this.#logger.error({ message: 'a credential sent in plaintext could not be revoked', requestId, err });
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    while (this.#running >= MOST_AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running++;
  }
}
