/** `ROLE_…` with up to 64 characters: the rule from before new names were limited to 60. */
export const ROLE_NAME_EVER = /^ROLE_[A-Z0-9_]{1,59}$/;

/** The name of a new role: up to 60 characters (contract §9, "Sizes"). */
export const ROLE_NAME = /^ROLE_[A-Z0-9_]{1,55}$/;

/** Whether a role of this name can exist. */
export function isRoleName(name: string): boolean {
  return ROLE_NAME_EVER.test(name);
}
