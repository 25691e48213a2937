import { defineError } from '../../shared/errors/domain-error.js';

export const notServed = defineError({
  kind: 'not_found',
  code: 'proxy_not_deployed',
  title: 'No proxy is deployed at this path',
  remedy: 'Check the address: /gw/{site}/{path of the proxy}/…. The proxy may have been undeployed.',
});

export const routeNotAllowed = defineError({
  kind: 'forbidden',
  code: 'route_not_allowed',
  title: 'No rule of the proxy allows this request',
  remedy: 'Check the method and the path. The people who manage the proxy can add a rule.',
});

export const upstreamUnreachable = defineError({
  kind: 'bad_gateway',
  code: 'upstream_unreachable',
  title: 'The upstream of this proxy cannot be reached',
  remedy: 'Try again later. If the problem persists, tell the people who manage the proxy.',
});

export const upstreamTimeout = defineError({
  kind: 'gateway_timeout',
  code: 'upstream_timeout',
  title: 'The upstream of this proxy did not answer in time',
  remedy: 'Try again later. Check first whether the upstream carried out the request: it may have done so.',
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
  remedy:
    'Tell the people who manage the proxy: its connection leads to this gateway, or to a server that leads back here.',
});

export const upstreamCredentialRefused = defineError({
  kind: 'bad_gateway',
  code: 'upstream_credential_refused',
  title: 'The gateway could not get a credential for the upstream',
  remedy:
    'Tell the people who manage the credentials of the site: the token endpoint refuses the credential, or does not answer.',
});

export const upstreamCredentialNotBound = defineError({
  kind: 'bad_gateway',
  code: 'upstream_credential_not_bound',
  title: 'The credential of this proxy is not allowed for its upstream',
  remedy:
    'Tell the people who manage the credentials of the site: the origins of this credential do not include the upstream that the connection leads to.',
});

export const upgradeRefused = defineError({
  kind: 'bad_gateway',
  code: 'upstream_upgrade_refused',
  title: 'The upstream did not switch to the WebSocket protocol',
  remedy: 'Check the path; the upstream may have refused the caller.',
});
