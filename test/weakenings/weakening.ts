/**
 * A guard made a little weaker: an exact text that stands once in a source file, and what takes its place. The text is
 * short and says what the guard is about, so that it outlives a change of the lines around it.
 */
export interface Weakening {
  /** Below src/. */
  readonly file: string;
  readonly text: string;
  readonly replacement: string;
  /** Where a test has to fail: files or folders below test/, the one that should notice first. */
  readonly specs: readonly string[];
  /** Why no test can notice it, where that is so: another guard stands behind it, say. */
  readonly explained?: string;
}

/** How often the source holds the text of a weakening. It has to be once: none is stale, several are ambiguous. */
export function occurrences(source: string, { text }: Pick<Weakening, 'text'>): number {
  return source.split(text).length - 1;
}

/** @throws Error when the text is not there once */
export function weakened(source: string, weakening: Weakening): string {
  const found = occurrences(source, weakening);
  if (found !== 1) throw new Error(`${weakening.file} holds ${JSON.stringify(weakening.text)} ${found} times`);
  return source.replace(weakening.text, () => weakening.replacement);
}

export function nameOf({ file, text, replacement }: Weakening): string {
  return `${file}: ${oneLine(text)} → ${replacement === '' ? '(nothing)' : oneLine(replacement)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
