import { IsString, Length } from 'class-validator';
import { LONGEST_TYPED_PASSWORD } from '../../../shared/crypto/password-strength.js';

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
  @IsString()
  @Length(1, LONGEST_TYPED_PASSWORD)
  password: string;
}
