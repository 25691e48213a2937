import { ArrayMaxSize, ArrayUnique, IsArray, IsEmail, IsString, MaxLength, ValidateIf } from 'class-validator';
import { IsUsername, LoginName } from '../../../shared/validation/username.decorator.js';
import { LONGEST_EMAIL, LONGEST_ROLE_NAME, MOST_ROLES_EVER } from './create-user.request.js';

export class UpdateUserRequest {
  /**
   * A new username.
   * @example "benedict"
   */
  @ValidateIf((request: UpdateUserRequest) => request.username !== undefined)
  @IsUsername()
  username?: string;

  /**
   * A new email address; only a service account may have null.
   * @example "benedict@example.com"
   */
  @ValidateIf((request: UpdateUserRequest) => request.email !== undefined && request.email !== null)
  @LoginName()
  @IsEmail({ allow_utf8_local_part: false })
  @MaxLength(LONGEST_EMAIL)
  email?: string | null;

  /**
   * All the roles that the user holds from now on, at most 40. Only an administrator can give and take roles.
   * @example ["ROLE_MANAGE_PROXIES", "ROLE_API_SECURITY"]
   */
  @ValidateIf((request: UpdateUserRequest) => request.roles !== undefined)
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(MOST_ROLES_EVER)
  @IsString({ each: true })
  @MaxLength(LONGEST_ROLE_NAME, { each: true })
  roles?: string[];
}
