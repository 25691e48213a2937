import {
  type LoggedEvent,
  type ReplayedState,
  idOf,
  textsOf,
  boundOf,
  ownerOf,
  addToken,
  addOwnToken,
  addSecret,
  issued,
  changeToken,
  unmark,
  setStatus,
  endSignIns,
  hand,
  mark,
  end,
  endApplications,
  endCredentials,
} from './audit-state.js';

type Rule = (state: ReplayedState, event: LoggedEvent) => void;

const nothing: Rule = () => undefined;

/** What each event says has become of the state: with its ids and its details, and the contract for what follows from it. */
export const AUDIT_RULES: Readonly<Record<string, Rule>> = {
  'session.started': nothing,
  'site.created': nothing,
  'site.owner_changed': (state, { details }) => (state.siteOwnerId = details['to'] as string | null),
  'account.created': (state, event) => state.accounts.set(idOf(event), 'active'),
  'account.suspended': (state, event) => state.accounts.set(idOf(event), 'suspended'),
  'account.resumed': (state, event) => state.accounts.set(idOf(event), 'active'),
  'role.created': (state, event) => state.roles.set(String(event.subjectName), textsOf(event, 'scopes')),
  'role.updated': (state, event) => state.roles.set(String(event.subjectName), textsOf(event, 'scopes')),
  'user.created': (state, event) =>
    state.users.set(idOf(event), { status: 'active', roles: new Set(textsOf(event, 'roles')) }),
  'user.updated': (state, event) => {
    const roles = event.details['roles'] as Record<'given' | 'taken', string[]> | undefined;
    for (const role of roles?.given ?? []) state.users.get(idOf(event))?.roles.add(role);
    for (const role of roles?.taken ?? []) state.users.get(idOf(event))?.roles.delete(role);
  },
  'user.resumed': (state, event) => {
    setStatus(state, event, 'active');
  },
  'user.suspended': (state, event) => {
    setStatus(state, event, 'suspended');
    endSignIns(state, event);
  },
  'user.removed': (state, event) => {
    setStatus(state, event, 'removed');
    state.users.get(idOf(event))?.roles.clear();
    endSignIns(state, event);
  },
  'developer_secret.rotated': endSignIns,
  'token.created': (state, event) => {
    addToken(state, idOf(event), { ownerId: ownerOf(event), scopes: boundOf(event) });
  },
  'token.issued': issued,
  'token.updated': changeToken,
  'token.rotated': changeToken,
  'token.revoked': (state, event) => {
    end(state.tokens, [idOf(event)]);
  },
  'tokens.transferred': (state, event) => {
    hand(state.tokens, event, textsOf(event, 'tokenIds'));
  },
  'tokens.marked': (state, event) => {
    mark(state.tokens, event, textsOf(event, 'tokenIds'));
  },
  'tokens.decommissioned': (state, event) => {
    end(state.tokens, textsOf(event, 'tokenIds'));
  },
  'application.created': (state, event) => {
    const id = idOf(event);
    const owned = { ownerId: ownerOf(event), scopes: boundOf(event), markedFrom: null, isOver: false };
    state.applications.set(id, { ...owned, clientId: event.details['clientId'] });
    addOwnToken(state, id, String(event.details['tokenId']));
    addSecret(state, event);
  },
  'application.updated': (state, event) => {
    const application = state.applications.get(idOf(event));
    if (application !== undefined && 'scopes' in event.details) application.scopes = boundOf(event);
    if ('ceiling' in event.details) endCredentials(state, [idOf(event)]);
    if ('tokensEnded' in event.details) end(state.tokens, textsOf(event, 'tokensEnded'));
    unmark(application, event);
  },
  'application.deleted': (state, event) => {
    endApplications(state, [idOf(event)]);
  },
  'application.token_issued': (state, event) => {
    end(state.tokens, [String(event.details['replaced'])]);
    unmark(state.applications.get(idOf(event)), event);
    addOwnToken(state, idOf(event), String(event.details['tokenId']));
  },
  'application.secret_created': (state, event) => {
    addSecret(state, event);
    unmark(state.applications.get(idOf(event)), event);
  },
  'application.secret_revoked': (state, event) => {
    end(state.secrets, [String(event.details['secretId'])]);
    unmark(state.applications.get(idOf(event)), event);
  },
  'applications.transferred': (state, event) => {
    hand(state.applications, event, textsOf(event, 'applicationIds'));
  },
  'applications.marked': (state, event) => {
    mark(state.applications, event, textsOf(event, 'applicationIds'));
  },
  'applications.decommissioned': (state, event) => {
    endApplications(state, textsOf(event, 'applicationIds'));
  },
  'credential.revoked': (state, event) => {
    if (event.details['superseded'] === true) return; // an old value alone
    end(state.tokens, [idOf(event)]);
    end(state.secrets, [idOf(event)]);
  },
  'descendants.revoked': (state, event) => {
    end(state.tokens, textsOf(event, 'tokenIds'));
    end(state.secrets, textsOf(event, 'secretIds'));
  },
};
