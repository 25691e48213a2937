import { defineError } from '../shared/errors/domain-error.js';

export const notServed = defineError({
  kind: 'not_found',
  code: 'proxy_not_deployed',
  title: 'No proxy is deployed at this path',
  remedy: 'Check the address: /gw/{site}/{path of the proxy}/…. The proxy may have been undeployed.',
});

export const routeNotAllowed = defineError({
  kind: 'forbidden',
  code: 'route_not_allowed',
  title: 'No rule of the proxy lets this through',
  remedy: 'Check the method and the path. Whoever manages the proxy can add a rule for it.',
});

export const upstreamUnreachable = defineError({
  kind: 'bad_gateway',
  code: 'upstream_unreachable',
  title: 'The upstream of this proxy cannot be reached',
  remedy: 'Try again later; if it stays, tell whoever manages the proxy.',
});

export const upstreamTimeout = defineError({
  kind: 'gateway_timeout',
  code: 'upstream_timeout',
  title: 'The upstream of this proxy did not answer in time',
  remedy: 'Try again later. Whether the upstream has done what was asked is not known.',
});

export const upstreamNotAllowed = defineError({
  kind: 'bad_gateway',
  code: 'upstream_not_allowed',
  title: 'The upstream of this proxy has an address that is not allowed',
  remedy: 'The operator can allow private networks with GATEHOUSE_UPSTREAM_NETWORKS.',
});

export const upstreamLoop = defineError({
  kind: 'bad_gateway',
  code: 'upstream_loop',
  title: 'The upstream of this proxy leads back to the proxy',
  remedy: 'Tell whoever manages the proxy: its connection leads to this gateway, or to a server that leads here.',
});

export const upstreamCredentialRefused = defineError({
  kind: 'bad_gateway',
  code: 'upstream_credential_refused',
  title: 'The credential of the upstream could not be had',
  remedy: 'Tell whoever looks after the credentials of the site: its token endpoint refuses them, or does not answer.',
});

export const upgradeRefused = defineError({
  kind: 'bad_gateway',
  code: 'upstream_upgrade_refused',
  title: 'The upstream did not switch to the WebSocket protocol',
  remedy: 'Check the path; the upstream may have refused the caller.',
});
