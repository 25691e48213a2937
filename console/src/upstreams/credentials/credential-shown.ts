import { upstreams } from '../../text/upstreams';
import type { Credential } from '../use-upstreams';

const { shown } = upstreams.credentials;

/** What the upstream is sent, in words and without the secret. */
export function shownWith(credential: Credential): string {
  switch (credential.type) {
    case 'basic':
      return shown.basic(credential.username ?? '');
    case 'bearer':
      return shown.bearer();
    case 'header':
      return shown.header(credential.header ?? '');
    case 'query':
      return shown.query(credential.parameter ?? '');
    case 'client_credentials':
      return shown.client_credentials(credential.clientId ?? '');
  }
}
