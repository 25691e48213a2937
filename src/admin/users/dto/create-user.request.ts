import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import type { UserKind } from '../../../shared/authz/principal.js';
import { IsTypedPassword } from '../../../shared/validation/password.decorator.js';
import { IsUsername, LoginName } from '../../../shared/validation/username.decorator.js';

/** contract §9, "Sizes" */
export const MOST_ROLES = 40;
/**
 * How many roles a user could hold before that limit existed. Roles that they still hold may be named until they are taken away.
 */
export const MOST_ROLES_EVER = 50;
export const LONGEST_ROLE_NAME = 64;
export const LONGEST_EMAIL = 254;

export class CreateUserRequest {
  /**
   * Unique in the deployment. Upper case is converted to lower case.
   * @example "ben"
   */
  @IsUsername()
  username: string;

  /**
   * Unique in the deployment. A person can also sign in with it. A service account may have none.
   * @example "ben@example.com"
   */
  @ValidateIf((request: CreateUserRequest) => request.kind !== 'service' || (request.email ?? null) !== null)
  @LoginName()
  @IsEmail({ allow_utf8_local_part: false })
  @MaxLength(LONGEST_EMAIL)
  email?: string | null;

  /**
   * `person`, who signs in, or `service`, which never does: administrators make its tokens.
   * @example "person"
   */
  @IsIn(['person', 'service'])
  kind: UserKind;

  /**
   * Names of roles of the site, at most 40. Only an administrator can give roles. If left out, the user has none.
   * @example ["ROLE_MANAGE_PROXIES"]
   */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(MOST_ROLES)
  @IsString({ each: true })
  @MaxLength(LONGEST_ROLE_NAME, { each: true })
  roles?: string[];

  /**
   * A first password, at least 12 characters. If left out, the answer contains an invitation link for the person.
   * @example "correct horse battery staple"
   */
  @IsOptional()
  @IsTypedPassword({ least: 0 })
  password?: string | null;
}
