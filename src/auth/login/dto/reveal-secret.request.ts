import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { LONGEST_TYPED_PASSWORD } from '../../../shared/crypto/password-strength.js';

export class RevealSecretRequest {
  /**
   * The password that you sign in with.
   * @example "correct horse battery staple"
   */
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TYPED_PASSWORD)
  password: string;
}
