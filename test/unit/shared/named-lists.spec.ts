import { describe, expect, it } from '@jest/globals';
import { namedLists, ROOM_OF_ANSWER, ROOM_OF_REQUEST } from '../../../src/shared/authz/named-lists.js';

const names = (count: number, length: number): string[] =>
  Array.from({ length: count }, (_, index) => `N${String(index).padStart(3, '0')}`.padEnd(length, 'x'));

describe('the roles and scopes that we name to others', () => {
  it('are all while they fit', () => {
    const held = { namedRoles: names(3, 20), scopes: names(10, 15) };
    const all = { roles: held.namedRoles, scopes: held.scopes, rolesOmitted: 0, scopesOmitted: 0 };
    expect(namedLists(held, [held.scopes], ROOM_OF_ANSWER)).toEqual(all);
    expect(namedLists(held, [held.scopes], ROOM_OF_REQUEST)).toEqual(all);
  });

  it('are in an answer all the roles that a user can have, however long', () => {
    const held = { namedRoles: names(40, 60), scopes: names(1_000, 60) };
    const lists = namedLists(held, [held.scopes], ROOM_OF_ANSWER);
    expect(lists).toEqual({ roles: held.namedRoles, rolesOmitted: 0, scopes: [], scopesOmitted: 1_000 });
  });

  it('are the roles that fit, and a list of scopes as a whole or not at all', () => {
    const held = { namedRoles: names(40, 60), scopes: names(20, 60) };
    const lists = namedLists(held, [held.scopes, held.scopes.slice(0, 2)], ROOM_OF_REQUEST);
    expect(lists.roles).toEqual(held.namedRoles.slice(0, 5));
    expect(lists).toMatchObject({ rolesOmitted: 35, scopes: held.scopes.slice(0, 2), scopesOmitted: 18 });
  });

  it.each([
    [ROOM_OF_REQUEST.total, 1, 1],
    [ROOM_OF_REQUEST.total + 1, 0, 1],
  ])('counts to the character: a scope of %i', (length, named, held) => {
    const scopes = names(1, length);
    expect(namedLists({ namedRoles: [], scopes }, [scopes], ROOM_OF_REQUEST)).toMatchObject({
      scopes: { length: named },
      scopesOmitted: held - named,
    });
  });
});
