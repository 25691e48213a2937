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
import { LONGEST_PASSWORD } from '../../shared/crypto/password-strength.js';
import type { UserKind } from '../../shared/authz/principal.js';
import { IsUsername, LowerCase } from '../../shared/validation/username.decorator.js';

export const MOST_ROLES = 50;
export const LONGEST_ROLE_NAME = 64;
export const LONGEST_EMAIL = 254;

export class CreateUserRequest {
  /**
   * Unique in the deployment. Upper case is taken as lower case.
   * @example "ben"
   */
  @IsUsername()
  username: string;

  /**
   * Unique in the deployment; a person can sign in with it too. A service account may have none.
   * @example "ben@example.com"
   */
  @ValidateIf((request: CreateUserRequest) => request.kind !== 'service' || (request.email ?? null) !== null)
  @LowerCase()
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
   * Names of roles of the site. Only an administrator gives roles. Left out: none.
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
   * A first password, at least 12 characters. Left out, the answer holds an invitation link for the person.
   * @example "correct horse battery staple"
   */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_PASSWORD)
  password?: string | null;
}
