import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { rateLimited } from '../../shared/errors/general.errors.js';

const WINDOW_SECONDS = 60;

/** How often a token calls a proxy. Each process counts for itself, in real time, from the first call of a minute on. */
@Injectable()
export class TokenRates {
  readonly #limiters = new Map<number, RateLimiterMemory>();

  /** @throws rateLimited */
  async count(proxyId: string, tokenId: string, perMinute: number): Promise<void> {
    try {
      await this.#limiter(perMinute).consume(`${proxyId}:${tokenId}`);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw rateLimited({
        detail: `A token may call this proxy at most ${perMinute} times a minute.`,
        retryAfterSeconds: refusal.msBeforeNext / 1000,
      });
    }
  }

  #limiter(perMinute: number): RateLimiterMemory {
    let limiter = this.#limiters.get(perMinute);
    if (limiter === undefined) {
      limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_SECONDS, keyPrefix: String(perMinute) });
      this.#limiters.set(perMinute, limiter);
    }
    return limiter;
  }
}
