import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';
import { cutText } from './cut-text.js';
import { AtMostCharacters, NormalText } from './text.decorator.js';

const LONGEST_NAME = 100;
/**
 * Characters that a name may not have: control characters, halves of surrogate pairs, Unicode line breaks, characters that change
 * the writing direction, invisible characters (Default_Ignorable_Code_Point, and the braille blank), and noncharacters. A name must
 * look like what it is. A variation selector stays where it makes an emoji of a symbol. The pattern has no `u` flag, because
 * readers of the OpenAPI document use none; the look-ahead finds characters beyond U+FFFF.
 */
const NAME =
  /^(?!\s)(?:[^\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff]|[\u203c\u2049\u2122-\u27bf\u2934-\u2b55\u3030\u303d\u3297\u3299]\ufe0f|(?!\ud82f[\udca0-\udca3]|\ud834[\udd73-\udd7a]|[\udb40-\udb43]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff])[\ud800-\udbff][\udc00-\udfff](?:(?<=[\ud83c-\ud83e].)\ufe0f)?)*(?<!\s)$/;
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
  const allowed = text.replace(/\s+/g, ' ').replace(/(.)\ufe0f?/gsu, (shown, character: string) => {
    if (character === ' ' || NAME.test(shown)) return shown;
    return NAME.test(character) ? character : '';
  });
  const name = cutText(allowed.normalize('NFC').trim(), LONGEST_NAME).trim();
  return nameProblem(name) === null ? name : null;
}

/** As IsName, for names in NFC that do not come from a request: a clause, or null. */
export function nameProblem(name: string): string | null {
  if (name.length === 0 || cutText(name, LONGEST_NAME) !== name) return `must have 1 to ${LONGEST_NAME} characters`;
  return NAME.test(name) ? null : PROBLEM;
}
