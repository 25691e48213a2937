import { applyDecorators } from '@nestjs/common';
import { IsString, ValidateBy } from 'class-validator';
import { LONGEST_PASSWORD } from '../crypto/password-strength.js';
import { cutText } from './cut-text.js';

/**
 * A password that somebody typed, unchanged: Passwords chooses its form. A keyboard that decomposes letters sends more characters
 * than the password has, so they are counted in NFC.
 */
export function IsTypedPassword({ least }: { least: 0 | 1 } = { least: 1 }): PropertyDecorator {
  const bound = least === 0 ? { name: 'maxLength', constraints: [LONGEST_PASSWORD] } : undefined;
  const validate = (value: unknown): boolean => {
    const text = typeof value === 'string' ? value.normalize('NFC') : '';
    return text.length >= least && cutText(text, LONGEST_PASSWORD) === text;
  };
  return applyDecorators(
    IsString(),
    ValidateBy(
      { ...(bound ?? { name: 'isLength', constraints: [least, LONGEST_PASSWORD] }), validator: { validate } },
      { message: `$property must have ${least === 0 ? 'at most' : '1 to'} ${LONGEST_PASSWORD} characters` },
    ),
  );
}
