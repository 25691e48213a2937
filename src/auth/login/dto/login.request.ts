import { IsString, Length } from 'class-validator';
import { IsTypedPassword } from '../../../shared/validation/password.decorator.js';

const LONGEST_LOGIN = 254;

export class LoginRequest {
  /**
   * Your username or your email address.
   * @example "ann"
   */
  @IsString()
  @Length(1, LONGEST_LOGIN)
  username: string;

  /** @example "correct horse battery staple" */
  @IsTypedPassword()
  password: string;
}
