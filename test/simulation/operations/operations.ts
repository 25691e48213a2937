import type { Planner } from '../act.js';
import { changeApplication, deleteApplication, registerApplication, renewToken } from './applications.js';
import { reportLeak } from './exposure.js';
import { fetchHourToken, fetchToken, rotateDeveloperSecret, signIn } from './grants.js';
import { handOverSite, reassignAll, reassignTokens, removeUser } from './ownership.js';
import { changeRole, giveRoles, join, suspendAccount, suspendUser } from './people.js';
import { createSecret, deleteSecret } from './secrets.js';
import {
  createServiceSecret,
  createServiceToken,
  registerServiceApplication,
  revokeAnyToken,
  rotateServiceToken,
} from './service-accounts.js';
import { changeToken, createToken, endToken, rotateToken } from './tokens.js';

/** Every operation, and how often it is drawn: what makes credentials more often than what ends them. */
export const OPERATIONS = {
  createToken: [12, createToken],
  rotateToken: [10, rotateToken],
  changeToken: [5, changeToken],
  endToken: [2, endToken],
  registerApplication: [6, registerApplication],
  changeApplication: [6, changeApplication],
  deleteApplication: [1, deleteApplication],
  renewToken: [4, renewToken],
  createSecret: [5, createSecret],
  deleteSecret: [1, deleteSecret],
  fetchToken: [8, fetchToken],
  fetchHourToken: [3, fetchHourToken],
  signIn: [5, signIn],
  rotateDeveloperSecret: [2, rotateDeveloperSecret],
  createServiceToken: [5, createServiceToken],
  registerServiceApplication: [4, registerServiceApplication],
  rotateServiceToken: [4, rotateServiceToken],
  createServiceSecret: [3, createServiceSecret],
  revokeAnyToken: [1, revokeAnyToken],
  suspendUser: [6, suspendUser],
  giveRoles: [4, giveRoles],
  changeRole: [3, changeRole],
  suspendAccount: [2, suspendAccount],
  join: [4, join],
  removeUser: [4, removeUser],
  reassignTokens: [3, reassignTokens],
  reassignAll: [2, reassignAll],
  handOverSite: [2, handOverSite],
  reportLeak: [3, reportLeak],
} as const satisfies Record<string, readonly [weight: number, plan: Planner]>;

export type Operation = keyof typeof OPERATIONS;
