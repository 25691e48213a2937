export interface LoggedEvent {
  readonly action: string;
  readonly actorId: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Held {
  ownerId: string;
  markedFrom: string | null;
  scopes: readonly string[] | null;
  isOver: boolean;
}

interface HeldToken extends Held {
  readonly applicationId: string | null;
  readonly isSignIn: boolean;
}

/** What the events have told so far. */
export interface ReplayedState {
  siteOwnerId: string | null;
  readonly users: Map<string, { status: string; roles: Set<string> }>;
  readonly roles: Map<string, readonly string[]>;
  readonly accounts: Map<string, string>;
  readonly tokens: Map<string, HeldToken>;
  readonly applications: Map<string, Held & { readonly clientId: unknown }>;
  readonly secrets: Map<string, { readonly applicationId: string; isOver: boolean }>;
}

export function emptyState(): ReplayedState {
  return {
    siteOwnerId: null,
    ...{ users: new Map(), roles: new Map(), accounts: new Map() },
    ...{ tokens: new Map(), applications: new Map(), secrets: new Map() },
  };
}

export function idOf({ subjectId, action }: LoggedEvent): string {
  if (subjectId === null) throw new Error(`${action} without a subject`);
  return subjectId;
}

export function textsOf({ details }: LoggedEvent, name: string): string[] {
  return (details[name] ?? []) as string[];
}

export function boundOf({ details }: LoggedEvent): readonly string[] | null {
  return (details['scopes'] ?? null) as readonly string[] | null;
}

/** Named when an administrator makes it for a service account; else it is whoever did it. */
export function ownerOf({ details, actorId }: LoggedEvent): string {
  const owner = details['owner'] as { readonly id: string } | undefined;
  return owner?.id ?? (details['ownerId'] as string | undefined) ?? String(actorId);
}

export function addToken(
  state: ReplayedState,
  id: string,
  token: Partial<HeldToken> & Pick<Held, 'ownerId' | 'scopes'>,
): void {
  state.tokens.set(id, { markedFrom: null, isOver: false, applicationId: null, isSignIn: false, ...token });
}

/** The one that a person makes for an application is not marked, whatever the application is. */
export function addOwnToken(state: ReplayedState, applicationId: string, id: string): void {
  const ownerId = state.applications.get(applicationId)?.ownerId ?? '';
  addToken(state, id, { ownerId, applicationId, scopes: null });
}

export function addSecret(state: ReplayedState, event: LoggedEvent): void {
  state.secrets.set(String(event.details['secretId']), { applicationId: idOf(event), isOver: false });
}

/** To an application, and then it carries its mark; else it is the sign-in of a person. */
export function issued(state: ReplayedState, event: LoggedEvent): void {
  const { clientId } = event.details;
  const found = [...state.applications].find(([, each]) => each.clientId === clientId);
  if (found === undefined) {
    addToken(state, idOf(event), { ownerId: String(event.actorId), scopes: null, isSignIn: true });
    return;
  }
  const [applicationId, application] = found;
  unmark(application, event);
  const { ownerId, markedFrom } = application;
  addToken(state, idOf(event), { ownerId, applicationId, markedFrom, scopes: boundOf(event) });
}

export function changeToken(state: ReplayedState, event: LoggedEvent): void {
  const token = state.tokens.get(idOf(event));
  if (token !== undefined && 'scopes' in event.details) token.scopes = boundOf(event);
  unmark(token, event);
}

export function unmark(held: Held | undefined, { details }: LoggedEvent): void {
  if (held !== undefined && details['unmarked'] === true) held.markedFrom = null;
}

export function setStatus(state: ReplayedState, event: LoggedEvent, status: string): void {
  const user = state.users.get(idOf(event));
  if (user !== undefined) user.status = status;
}

export function endSignIns(state: ReplayedState, event: LoggedEvent): void {
  for (const token of state.tokens.values()) if (token.isSignIn && token.ownerId === idOf(event)) token.isOver = true;
}

export function hand(held: ReadonlyMap<string, Held>, event: LoggedEvent, ids: readonly string[]): void {
  const to = event.details['to'] as { readonly id: string };
  for (const id of ids) {
    const each = held.get(id);
    if (each !== undefined) [each.ownerId, each.markedFrom] = [to.id, idOf(event)];
  }
}

export function mark(held: ReadonlyMap<string, Held>, event: LoggedEvent, ids: readonly string[]): void {
  for (const id of ids) {
    const each = held.get(id);
    if (each !== undefined) each.markedFrom = idOf(event);
  }
}

export function end(all: ReadonlyMap<string, { isOver: boolean }>, ids: readonly string[]): void {
  for (const id of ids) {
    const each = all.get(id);
    if (each !== undefined) each.isOver = true;
  }
}

export function endApplications(state: ReplayedState, ids: readonly string[]): void {
  end(state.applications, ids);
  endCredentials(state, ids);
}

export function endCredentials({ tokens, secrets }: ReplayedState, applicationIds: readonly string[]): void {
  for (const each of [...tokens.values(), ...secrets.values()])
    if (each.applicationId !== null && applicationIds.includes(each.applicationId)) each.isOver = true;
}
