/** The roles and scopes of a caller that we name to others, and how many of each we leave out. */
export interface NamedLists {
  readonly roles: readonly string[];
  readonly rolesOmitted: number;
  readonly scopes: readonly string[];
  readonly scopesOmitted: number;
}

/** In characters, including the blanks between the names. */
interface Room {
  readonly total: number;
  /** The share that the roles may take. */
  readonly roles: number;
}

/**
 * Everything that we add to an answer of /verify, or to a request for an upstream, stays under 4 KiB (contract §4), because
 * servers refuse more. The answer has room for all the roles that a user can have (40 of 60 characters). A request names both
 * lists twice, since the assertion repeats them in base64.
 */
export const ROOM_OF_ANSWER: Room = { total: 2_750, roles: 2_500 };
export const ROOM_OF_REQUEST: Room = { total: 640, roles: 320 };

/**
 * The roles that fit, and the first choice of scopes that fits as a whole: a cut list would look like a complete one.
 * @param choices each a part of `held.scopes`, or all of them
 */
export function namedLists(
  held: { readonly namedRoles: readonly string[]; readonly scopes: readonly string[] },
  choices: readonly (readonly string[])[],
  room: Room,
): NamedLists {
  const roles = fitting(held.namedRoles, room.roles);
  const left = room.total - lengthOf(roles);
  const scopes = choices.find((choice) => lengthOf(choice) <= left) ?? [];
  return {
    roles,
    rolesOmitted: held.namedRoles.length - roles.length,
    scopes,
    scopesOmitted: held.scopes.length - scopes.length,
  };
}

function fitting(names: readonly string[], room: number): readonly string[] {
  if (lengthOf(names) <= room) return names;
  let length = 0;
  return names.filter((name) => {
    if (length + name.length > room) return false;
    length += name.length + 1;
    return true;
  });
}

function lengthOf(names: readonly string[]): number {
  let length = Math.max(0, names.length - 1);
  for (const name of names) length += name.length;
  return length;
}
