import { IsNotEmpty } from 'class-validator';
import { IsTypedPassword } from '../../../shared/validation/password.decorator.js';

export class RevealSecretRequest {
  /**
   * The password that you sign in with.
   * @example "correct horse battery staple"
   */
  @IsNotEmpty()
  @IsTypedPassword({ least: 0 })
  password: string;
}
