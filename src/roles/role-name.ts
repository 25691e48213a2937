/** `ROLE_…`, up to 64 characters. */
export const ROLE_NAME = /^ROLE_[A-Z0-9_]{1,59}$/;

export function isRoleName(name: string): boolean {
  return ROLE_NAME.test(name);
}
