import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';
import { cutText } from './cut-text.js';
import { AtMostCharacters, NormalText } from './text.decorator.js';

const LONGEST_NAME = 100;
/**
 * Characters that a name may not have: control characters, halves of surrogate pairs, Unicode line breaks, characters that change
 * the writing direction, invisible characters (the format characters, including tags), and noncharacters. A name must look like
 * what it is. The pattern has no `u` flag, because readers of the OpenAPI document use none; the look-ahead finds characters
 * beyond U+FFFF.
 */
const NAME =
  /^(?! )(?:[^\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]|(?!\udb40[\udc00-\udc7f]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff])[\ud800-\udbff][\udc00-\udfff])*(?<! )$/;
const PROBLEM = 'must have no control or invisible characters and no blank at either end';

/**
 * A name that people give to something: 1 to 100 characters in NFC, without control or invisible characters, and without a blank
 * at either end.
 */
export function IsName(): PropertyDecorator {
  return applyDecorators(
    NormalText(),
    IsString(),
    Length(1, LONGEST_NAME),
    AtMostCharacters(LONGEST_NAME),
    Matches(NAME, { message: `$property ${PROBLEM}` }),
  );
}

/** A text of somebody else's as a name: without what a name may not have, and cut. Null when nothing remains. */
export function nameFrom(text: string): string | null {
  const allowed = Array.from(text.replace(/\s+/g, ' ')).filter(
    (character) => character === ' ' || NAME.test(character),
  );
  const name = cutText(allowed.join('').normalize('NFC').trim(), LONGEST_NAME).trim();
  return nameProblem(name) === null ? name : null;
}

/** As IsName, for names in NFC that do not come from a request: a clause, or null. */
export function nameProblem(name: string): string | null {
  if (name.length === 0 || cutText(name, LONGEST_NAME) !== name) return `must have 1 to ${LONGEST_NAME} characters`;
  return NAME.test(name) ? null : PROBLEM;
}
