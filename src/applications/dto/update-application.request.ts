import { OmitType, PartialType } from '@nestjs/swagger';
import { Equals, IsOptional, ValidateIf } from 'class-validator';
import { IsTimeOrNull } from '../../shared/validation/time.decorator.js';
import { RegisterApplicationRequest } from './register-application.request.js';

/**
 * Fields that you leave out stay as they are. `scopes: null` lifts the scope ceiling, which only a credential without bounds can
 * do.
 */
export class UpdateApplicationRequest extends PartialType(
  OmitType(RegisterApplicationRequest, ['issueToken'] as const),
  { skipNullProperties: false }, // null is a value here, for scopes alone
) {
  /**
   * When the application ends, or null for never. Only its owner, in a session, can set a later end than the current one.
   * @example null
   */
  @IsOptional()
  @IsTimeOrNull()
  endsAt?: string | null;

  /**
   * `true` lifts the ceiling of an inherited application, and ends every secret and token issued under it. Only its owner, in a
   * session, can do this. Without it, an inherited application can be widened only after its secrets and its access token were
   * replaced.
   * @example true
   */
  @ValidateIf((request: UpdateApplicationRequest) => request.liftCeiling !== undefined)
  @Equals(true, { message: '$property must be true or absent' })
  liftCeiling?: boolean;
}
