/** Scheme, host and port of an address; what is no address yet is answered as it is. */
export function originOf(address: string): string {
  const text = address.trim();
  return URL.canParse(text) ? new URL(text).origin : text;
}

/** One a line, or with commas between them. */
export function originsIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((each) => each !== '');
}
