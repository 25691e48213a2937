import { callBy, defined, type Planner, text } from '../act.js';
import { unmarkWhenRenewed } from '../model/applications.js';
import { endDescendants } from '../model/lineage.js';
import { coversReach, mayChangeApplication, mayMake } from '../model/rules.js';
import { type Application, isBeyond, isLiveSecret, isOver, known, secretsOf, type World } from '../model/world.js';
import { addSecret } from './applications.js';
import { anyCaller, applicationFor, someGrace } from './choices.js';

/** `POST /applications/{id}/secrets`: two may be live. */
export const createSecret: Planner = (world, picks) => {
  const caller = anyCaller(picks, world);
  const target = caller && applicationFor(picks, world, caller);
  if (caller === undefined || target === undefined) return null;
  const graceSeconds = picks.chance(0.3) ? undefined : someGrace(picks);
  const body = defined({ graceSeconds });
  return callBy(caller, { method: 'POST', path: `/applications/${target.id}/secrets`, body }, (now, by) => {
    const application = known(now.applications.get(target.id));
    if (!mayMake(by) || !mayChangeApplication(by, application)) return null;
    const reach = {
      ...application,
      scopes: application.scopes ?? application.ceiling ?? [],
      applicationId: application.id,
    };
    const isUnbound = application.scopes === null && application.ceiling === null;
    const isOwn = by.applicationId === application.id && !by.narrowed;
    if (isUnbound && !by.unbounded && !isOwn) return null;
    if (!coversReach(now, by, reach) || !hasRoom(now, application, graceSeconds)) return null;
    return (answer) => {
      expireLive(now, application, graceSeconds);
      addSecret(now, by, application, { id: text(answer, 'id'), text: text(answer, 'clientSecret') });
      unmarkWhenRenewed(now, application);
    };
  });
};

/** One that has ended has none; a grace of nothing makes room. */
export function hasRoom(world: World, { id, endsAt }: Application, graceSeconds: number | undefined): boolean {
  if (isOver(endsAt, world.now)) return false;
  return graceSeconds === 0 || secretsOf(world, id).filter((secret) => isLiveSecret(world, secret)).length < 2;
}

export function expireLive(world: World, { id }: Application, graceSeconds: number | undefined): void {
  if (graceSeconds === undefined) return;
  const end = world.now + graceSeconds * 1000;
  for (const secret of secretsOf(world, id))
    if (!secret.revoked && isBeyond(secret.expiresAt, end)) secret.expiresAt = end;
}

/** `DELETE /applications/{id}/secrets/{secretId}`. */
export const deleteSecret: Planner = (world, picks) => {
  const caller = anyCaller(picks, world);
  const target = caller && applicationFor(picks, world, caller);
  const chosen = target && picks.of(secretsOf(world, target.id));
  if (caller === undefined || target === undefined || chosen === undefined) return null;
  const descendants = picks.chance(0.5);
  const path = `/applications/${target.id}/secrets/${chosen.id}${descendants ? '?descendants=true' : ''}`;
  return callBy(caller, { method: 'DELETE', path }, (now, by) => {
    const [application, secret] = [known(now.applications.get(target.id)), known(now.secrets.get(chosen.id))];
    if (!mayChangeApplication(by, application) || !isLiveSecret(now, secret)) return null;
    return () => {
      secret.revoked = true;
      if (descendants) endDescendants(now, [secret.id], { ownerId: application.ownerId });
      unmarkWhenRenewed(now, application);
    };
  });
};
