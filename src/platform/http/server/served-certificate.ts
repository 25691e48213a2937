import { X509Certificate } from 'node:crypto';
import { unwatchFile, watchFile } from 'node:fs';
import type { Server } from 'node:https';
import { Injectable, Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Clock } from '../../../shared/clock/clock.js';
import { selfSignedCertificateFiles } from '../../config/self-signed-certificate.js';
import { sentencesOf, SettingsError } from '../../config/settings-error.js';
import { Settings } from '../../config/settings.js';
import { tlsOptions } from './tls-options.js';

/** Files are compared this often. A notification of the file system would miss what Kubernetes does, which swaps a link. */
const WATCH_INTERVAL_MS = 1_000;
/** Renewals write two files one after the other. */
const SETTLE_MS = 500;
/** The certificate that the service makes for itself is renewed before it expires, however long the service runs. */
const RENEWAL_CHECK_MS = 24 * 60 * 60 * 1000;

/** Serves a renewed certificate without a restart: when its files change, and when it is asked to (SIGHUP). */
@Injectable()
export class ServedCertificate {
  readonly #logger = new Logger('Certificate');
  readonly #files: readonly string[];
  #server: FastifyInstance | undefined;
  #served = '';
  #settling: NodeJS.Timeout | undefined;
  #renewal: NodeJS.Timeout | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    const { tls } = settings;
    const given = tls.mode === 'on' ? [tls.certFile, tls.keyFile].filter((file) => file !== null) : [];
    this.#files = given.length > 0 ? given : selfSignedCertificateFiles(settings);
  }

  /** `cert`: what the server began with. */
  install(server: FastifyInstance, cert: string): void {
    this.#server = server;
    this.#served = cert;
    this.#warnOfExpiry(cert);
    for (const file of this.#files) watchFile(file, { interval: WATCH_INTERVAL_MS, persistent: false }, this.#onChange);
    this.#renewal = setInterval(() => void this.reload(), RENEWAL_CHECK_MS).unref();
  }

  /**
   * Takes the files as they are now. If they can't be served, or clients would refuse them and not the certificate in use, that
   * one stays, and the log says why.
   */
  async reload(): Promise<void> {
    if (this.#server === undefined) {
      this.#logger.log('there is no certificate to read again: a proxy ends TLS');
      return;
    }
    try {
      const options = await tlsOptions(this.settings, this.clock);
      if (options === null) return;
      const cert = String(options.cert);
      const flaw = this.#flawOf(cert);
      if (cert !== this.#served && flaw !== null && this.#flawOf(this.#served) === null) {
        this.#logger.error(`the certificate in use stays: the new one ${flaw}`);
        return;
      }
      for (const server of serversOf(this.#server)) server.setSecureContext(options);
      if (cert === this.#served) return;
      this.#served = cert;
      this.#logger.log(`serving a new certificate, valid until ${new X509Certificate(cert).validTo}`);
      this.#warnOfExpiry(cert);
    } catch (error) {
      this.#logger.error(`the certificate in use stays: ${reasonOf(error)}`);
    }
  }

  onModuleDestroy(): void {
    for (const file of this.#files) unwatchFile(file, this.#onChange);
    clearTimeout(this.#settling);
    clearInterval(this.#renewal);
  }

  readonly #onChange = (): void => {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.reload(), SETTLE_MS).unref();
  };

  #warnOfExpiry(cert: string): void {
    const flaw = this.#flawOf(cert);
    if (flaw !== null) this.#logger.warn(`the certificate ${flaw}: clients refuse it`);
  }

  /** Why clients refuse it at this time; null when they don't. */
  #flawOf(cert: string): string | null {
    const { validFrom, validTo } = new X509Certificate(cert);
    const now = this.clock.now().getTime();
    if (Date.parse(validTo) <= now) return `expired on ${validTo}`;
    return Date.parse(validFrom) > now ? `is not valid before ${validFrom}` : null;
  }
}

/**
 * For the host `localhost`, Fastify listens with one server for each address that the name has. It keeps the further ones under a
 * symbol that it does not type, and types its first server as one without TLS.
 */
function serversOf(fastify: FastifyInstance): Server[] {
  const bindings = Object.getOwnPropertySymbols(fastify).find(
    ({ description }) => description === 'fastify.serverBindings',
  );
  const further = bindings === undefined ? [] : (fastify as unknown as Record<symbol, Server[]>)[bindings];
  return [fastify.server as unknown as Server, ...(further ?? [])];
}

function reasonOf(error: unknown): string {
  if (error instanceof SettingsError) return error.problems.map(sentencesOf).join(' ');
  return error instanceof Error ? error.message : String(error);
}
