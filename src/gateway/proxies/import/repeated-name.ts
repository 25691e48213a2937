const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
const LIST = 0x5b;
const LIST_END = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;

/** A name that stands in one object a second time. */
export interface RepeatedName {
  readonly depth: number;
  /** The name of the outermost object below which it stands. */
  readonly top: string;
  readonly line: number;
}

/** The first name that occurs twice in one object: `JSON.parse` keeps the last, and loses the others. @param text valid JSON */
export function repeatedName(text: string): RepeatedName | null {
  const open: (Set<string> | null)[] = []; // null is a list
  let top = '';
  let isName = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfText(text, at);
      const names = open.at(-1);
      if (isName && names) {
        const name = JSON.parse(text.slice(at, end + 1)) as string;
        if (open.length === 1) top = name;
        if (names.has(name)) return { depth: open.length, top, line: text.slice(0, at).split('\n').length };
        names.add(name);
      }
      at = end;
    } else if (code === OBJECT || code === LIST) open.push(code === OBJECT ? new Set() : null);
    else if (code === OBJECT_END || code === LIST_END) open.pop();
    if (code === OBJECT || code === COMMA) isName = true;
    else if (code === COLON || code === LIST) isName = false;
  }
  return null;
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}
