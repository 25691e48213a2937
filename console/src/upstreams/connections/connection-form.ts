import type { Schemas } from '../../api/client';
import type { Connection } from '../use-upstreams';

/** The empty text is none: what a select has for it. */
export interface ConnectionForm {
  name: string;
  baseUrl: string;
  credentialId: string;
  /** Of the credential, where it would be sent somewhere new; else empty. */
  credentialSecret?: string;
  caCertificateId: string;
  clientCertificateId: string;
}

export function formOf(connection: Connection | null): ConnectionForm {
  return {
    name: connection?.name ?? '',
    baseUrl: connection?.baseUrl ?? '',
    credentialId: connection?.credentialId ?? '',
    credentialSecret: '',
    caCertificateId: connection?.caCertificateId ?? '',
    clientCertificateId: connection?.clientCertificateId ?? '',
  };
}

/** Whether nobody would look at a certificate: the API takes none then. */
export function isPlain(baseUrl: string): boolean {
  return /^http:/i.test(baseUrl.trim());
}

export function requestOf(form: ConnectionForm): Schemas['ConnectionRequest'] {
  const plain = isPlain(form.baseUrl);
  return {
    name: form.name.trim(),
    baseUrl: form.baseUrl.trim(),
    credentialId: chosen(form.credentialId),
    credentialSecret: chosen(form.credentialSecret ?? ''),
    caCertificateId: plain ? null : chosen(form.caCertificateId),
    clientCertificateId: plain ? null : chosen(form.clientCertificateId),
  };
}

function chosen(id: string): string | null {
  return id === '' ? null : id;
}
