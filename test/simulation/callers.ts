import type { Act } from './act.js';
import type { Caller } from './model/principal.js';
import { known, type World } from './model/world.js';
import type { Service } from './service.js';

const SESSION_HOURS = 11;

interface SignedIn {
  readonly cookie: string;
  readonly sessionId: string;
  readonly at: number;
}

/** The credentials of those who call, as they are sent. */
export class Callers {
  readonly #signedIn = new Map<string, SignedIn>();

  constructor(
    private readonly service: Service,
    private readonly siteId: string,
  ) {}

  /** Every active person has a session or could have one; what became of the others' is the model's to say. */
  inviteIn(world: World): void {
    for (const { id, kind, status } of world.users.values())
      if (kind === 'person' && status === 'active' && !world.sessions.has(id)) {
        this.#signedIn.delete(id);
        world.sessions.set(id, { userId: id, confirmedAt: 0, seenAt: 0 });
      }
  }

  /** Signs in whoever calls in a session, and mostly gives the password again where it was long ago. */
  async prepare(world: World, caller: Act['caller'], confirms: boolean): Promise<void> {
    if (caller === 'nobody' || caller.by !== 'session') return;
    const session = known(world.sessions.get(caller.userId));
    const signedIn = this.#signedIn.get(caller.userId);
    if (signedIn === undefined || world.now - signedIn.at > SESSION_HOURS * 3_600_000) {
      this.#signedIn.set(caller.userId, await this.#signIn(world, caller.userId));
    } else {
      if (!confirms) return;
      await this.service.confirm(this.siteId, signedIn.sessionId);
    }
    session.confirmedAt = world.now;
  }

  headersOf(world: World, caller: Act['caller'] | Caller): Record<string, string> {
    if (caller === 'nobody') return {};
    switch (caller.by) {
      case 'session':
        return {
          cookie: known(this.#signedIn.get(caller.userId)).cookie,
          origin: this.service.app.settings.publicUrl,
        };
      case 'token':
        return { authorization: `Bearer ${caller.text}` };
      case 'secret':
        return { authorization: `Secret ${known(world.secrets.get(caller.secretId)).text}` };
      case 'developer secret':
        return { authorization: `Secret ${caller.text}` };
    }
  }

  async #signIn(world: World, userId: string): Promise<SignedIn> {
    const { id, cookie } = await this.service.signIn(this.siteId, known(world.users.get(userId)));
    return { cookie, sessionId: id, at: world.now };
  }
}
