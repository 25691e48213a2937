// The parameters in the paths of documents, in the dialects of the frameworks that write them: `{id}`, `{id:int}`, `{*path}`.
/** `{path+}`, `{+path}`, `{path*}`, `{*path}`, `{path...}` in the dialects that have parameters of several segments. */
const SEVERAL = /^(?:[+*]|\.\.\.)|(?:[+*]|\.\.\.)$/;
/** `{id:int}`, `{id:length(4,6)}`: what frameworks call values of one segment. */
const KIND =
  /^(?:int|integer|long|short|byte|float|double|decimal|number|bool|boolean|uuid|guid|ulid|date|datetime|alpha|alphanum|slug|str|string|hex|(?:min|max|length|minlength|maxlength|range)\([0-9., -]*\))$/i;
const WORD = /^\(?\w*\)?$/;
/** A regular expression that plainly admits no slash: no `.`, no `\S`, no range with a slash in it, no negated class without one. */
const WITHOUT_SLASH =
  /^\^?(?![*+?])(?:\\[dws.-]|\[-?(?:[A-Za-z0-9]-[A-Za-z0-9]|\\[dws.-]|[A-Za-z0-9_.:,~@+=!$' ])*-?\]|\[\^(?=[^\]]*\/)(?:\\[dws/.-]|[^[\]\\&])+\]|\(\?:|[A-Za-z0-9_,~@!' ()|*+?-])+\$?$/;
/** Conditions that say no more than that there may be several segments. */
const ANYTHING = /^(?:|\*{1,2}|path|\(?\.[*+]\??\)?)$/;

/**
 * Whether a parameter may match several segments.
 * @param wide the parameters that do, whatever the path says
 */
export function isSeveral(template: string, wide: ReadonlySet<string>): boolean {
  const { name, mark, condition } = partsOf(template);
  return SEVERAL.test(name) || isIn(wide, template) || !isWithinOne(mark, condition);
}

/** Whether a parameter of several segments matches less than everything, so that it may be meant before what it covers. */
export function isConditional(template: string, wide: ReadonlySet<string>): boolean {
  return !ANYTHING.test(partsOf(template).condition) || isIn(wide, template);
}

function isIn(wide: ReadonlySet<string>, template: string): boolean {
  return wide.has(template.slice(1, -1)) || wide.has(partsOf(template).name);
}

/** Whether a parameter may match no text: `{id?}`, `{id=5}`, `{*path}` and what a regular expression says. `{path+}` and `{+path}` are a character at least. */
export function mayBeNothing(template: string): boolean {
  const { name, mark, condition, isOptional } = partsOf(template);
  if (isOptional || /^(?:\*|\.\.\.)|(?:\*|\.\.\.)$/.test(name)) return true;
  if (mark === '') return false;
  if (mark === '=') return !/[/*]/.test(condition);
  if (condition.split(':').every((kind) => KIND.test(kind))) return false;
  return WORD.test(condition) || condition.includes('=') || fitsNothing(condition);
}

function fitsNothing(expression: string): boolean {
  try {
    return new RegExp(`^(?:${expression})$`).test('');
  } catch {
    return true; // in another dialect
  }
}

/** A condition that is not understood may admit anything. */
function isWithinOne(mark: string, condition: string): boolean {
  if (mark === '' || (mark === '=' && condition === '*')) return true;
  if (mark === '=') return !/\/|\*\*/.test(condition); // a default
  const { 0: kinds = '', length } = condition.split('=');
  if (length <= 2 && kinds.split(':').every((kind) => KIND.test(kind))) return true;
  return !WORD.test(condition) && !condition.includes('**') && WITHOUT_SLASH.test(condition);
}

/** Parameters have their names for people alone. */
export function nameOf(template: string): string {
  const name = partsOf(template)
    .name.replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[A-Za-z]/.test(name) ? name.slice(0, 64) : `part${name === '' ? '' : '_'}${name}`.slice(0, 64);
}

interface Parameter {
  readonly name: string;
  /** What stands between the name and the condition; empty when there is none. */
  readonly mark: string;
  readonly condition: string;
  /** `{id:int?}`, `{id<[0-9]+>?1}`: a question mark that is no quantifier. */
  readonly isOptional: boolean;
}

/** `{id:[0-9]+}` is `id` with a condition, and so are `{id<[0-9]+>}`, `{id([0-9]+)}` and `{name=projects/*}`. */
function partsOf(template: string): Parameter {
  const inner = template.slice(1, -1).trim();
  const at = inner.search(/[:=(<]/);
  const name = (at < 1 ? inner : inner.slice(0, at)).trim();
  if (at < 1) return { name, mark: '', condition: '', isOptional: name.endsWith('?') };
  const mark = inner[at] ?? '';
  const rest = inner.slice(at + 1).trim();
  if (mark === ':' || mark === '=') {
    const isOptional = name.endsWith('?') || /(?:^|[^+*?}\\])\?$/.test(rest);
    return { name, mark, condition: isOptional ? rest.replace(/\?$/, '') : rest, isOptional };
  }
  const end = rest.lastIndexOf(mark === '(' ? ')' : '>');
  const after = end === -1 ? '' : rest.slice(end + 1);
  const condition = end === -1 || !/^(?:\?|$)/.test(after) ? rest : rest.slice(0, end);
  return { name, mark, condition, isOptional: name.endsWith('?') || after.startsWith('?') };
}
