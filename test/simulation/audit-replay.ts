import { PreparedReads } from '../../src/platform/database/prepared-reads.js';
import { AUDIT_RULES } from './audit-rules.js';
import { emptyState, type LoggedEvent, type ReplayedState } from './audit-state.js';
import { isLive, isLiveSecret, isOver, type World } from './model/world.js';
import type { Service } from './service.js';

const SUCCESSES = `
SELECT id, action, actor_id AS actorId, subject_type AS subjectType, subject_id AS subjectId,
  subject_name AS subjectName, details
FROM audit_events
WHERE site_id = ? AND id > ? AND outcome = 'success' ORDER BY id`;

type Row = Omit<LoggedEvent, 'details'> & { readonly id: string; readonly details: string | null };

/** Who has what, rebuilt from the audit log of a site and from nothing else. */
export class AuditReplay {
  readonly #state: ReplayedState = emptyState();
  #last = '';

  constructor(
    private readonly service: Service,
    private readonly siteId: string,
  ) {}

  /** Reads on from the last event, and answers where the log tells of another world than this. */
  async differences(world: World): Promise<string[]> {
    const read = this.service.app.app.get(PreparedReads, { strict: false }).prepare<Row>(SUCCESSES);
    for (const { id, details, ...event } of await read.all([this.siteId, this.#last])) {
      const rule = AUDIT_RULES[event.action];
      if (rule === undefined) return [`nothing is known of the event ${event.action}`];
      rule(this.#state, { ...event, details: JSON.parse(details ?? '{}') as LoggedEvent['details'] });
      this.#last = id;
    }
    const [told, is] = [linesOfLog(this.#state, world), linesOf(world)];
    return [...new Set([...told.keys(), ...is.keys()])].flatMap((about) => {
      const [one, other] = [told.get(about) ?? 'nothing', is.get(about) ?? 'nothing'];
      return one === other ? [] : [`the audit log tells of ${about}: ${one}\n    but it is ${other}`];
    });
  }
}

function linesOf(world: World): Map<string, string> {
  const lines = new Map<string, string>([['the owner of the site', String(world.siteOwnerId)]]);
  for (const { id, status, roles } of world.users.values()) lines.set(`user ${id}`, lineOfUser(status, roles));
  for (const [name, scopes] of world.roles) lines.set(`role ${name}`, sorted(scopes));
  for (const [id, status] of world.accounts) lines.set(`account ${id}`, status);
  for (const each of world.applications.values())
    lines.set(`application ${each.id}`, each.deleted ? 'ended' : lineOf(each.ownerId, each.mark?.from, each.scopes));
  for (const token of world.tokens.values())
    if (!isOver(token.expiresAt, world.now))
      lines.set(
        `token ${token.id}`,
        isLive(world, token) ? lineOf(token.ownerId, token.mark?.from, token.scopes) : 'ended',
      );
  for (const secret of world.secrets.values())
    if (!isOver(secret.expiresAt, world.now))
      lines.set(`secret ${secret.id}`, isLiveSecret(world, secret) ? 'live' : 'ended');
  return lines;
}

/** Of what has run out the log tells nothing, so it is left out on both sides. */
function linesOfLog(state: ReplayedState, world: World): Map<string, string> {
  const lines = new Map<string, string>([['the owner of the site', String(state.siteOwnerId)]]);
  for (const [id, { status, roles }] of state.users) lines.set(`user ${id}`, lineOfUser(status, [...roles]));
  for (const [name, scopes] of state.roles) lines.set(`role ${name}`, sorted(scopes));
  for (const [id, status] of state.accounts) lines.set(`account ${id}`, status);
  for (const [id, each] of state.applications)
    lines.set(`application ${id}`, each.isOver ? 'ended' : lineOf(each.ownerId, each.markedFrom, each.scopes));
  for (const [id, each] of state.tokens)
    if (!isOver(world.tokens.get(id)?.expiresAt ?? null, world.now))
      lines.set(`token ${id}`, each.isOver ? 'ended' : lineOf(each.ownerId, each.markedFrom, each.scopes));
  for (const [id, each] of state.secrets)
    if (!isOver(world.secrets.get(id)?.expiresAt ?? null, world.now))
      lines.set(`secret ${id}`, each.isOver ? 'ended' : 'live');
  return lines;
}

function lineOfUser(status: string, roles: readonly string[]): string {
  return `${status}, ${sorted(roles)}`;
}

function lineOf(ownerId: string, from: string | null | undefined, scopes: readonly string[] | null): string {
  return `of ${ownerId}, marked from ${from ?? 'nobody'}, scopes ${scopes === null ? 'unbounded' : sorted(scopes)}`;
}

function sorted(texts: readonly string[]): string {
  return [...texts].sort().join(' ');
}
