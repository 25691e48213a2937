import { OmitType, PartialType } from '@nestjs/swagger';
import { Equals, ValidateIf } from 'class-validator';
import { RegisterApplicationRequest } from './register-application.request.js';

/** What is left out stays. `scopes: null` lifts the scope ceiling, which only a credential without bounds can do. */
export class UpdateApplicationRequest extends PartialType(
  OmitType(RegisterApplicationRequest, ['issueToken'] as const),
  { skipNullProperties: false }, // null is a value here, of scopes alone
) {
  /**
   * `true` lifts the ceiling that an inherited application came with. It takes a session of its owner.
   * @example true
   */
  @ValidateIf((request: UpdateApplicationRequest) => request.liftCeiling !== undefined)
  @Equals(true, { message: '$property must be true, or left out' })
  liftCeiling?: boolean;
}
