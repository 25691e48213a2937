import type { ServerOptions } from 'node:https';
import { createSecureContext } from 'node:tls';
import { selfSignedCertificate } from '../../config/self-signed-certificate.js';
import type { Settings } from '../../config/settings.js';
import type { Clock } from '../../../shared/clock/clock.js';
import { givenCertificate, refusedCertificate } from './given-certificate.js';

/**
 * Only AEAD suites with forward secrecy (ASVS V12.1): Node's defaults still offer CBC and RSA key exchange. The first three are
 * TLS 1.3's.
 */
const CIPHERS = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');
const HANDSHAKE_TIMEOUT_MS = 10_000;

/** The options of the HTTPS server, or null when a proxy ends TLS in front of us. Throws SettingsError for unusable files. */
export async function tlsOptions(settings: Settings, clock: Clock): Promise<ServerOptions | null> {
  const { tls } = settings;
  if (tls.mode === 'off') return null;
  const pair =
    tls.certFile === null || tls.keyFile === null
      ? await selfSignedCertificate(settings, clock)
      : givenCertificate(tls.certFile, tls.keyFile);
  const options = {
    ...pair,
    minVersion: 'TLSv1.2' as const,
    maxVersion: 'TLSv1.3' as const,
    ciphers: CIPHERS,
    honorCipherOrder: true,
    ALPNProtocols: ['http/1.1'],
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
  };
  try {
    createSecureContext(options);
  } catch {
    throw refusedCertificate(
      'GATEHOUSE_TLS_CERT_FILE',
      'a certificate for TLS',
      'holds one that TLS refuses, as weak ones',
    );
  }
  return options;
}
