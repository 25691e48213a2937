import { proxies as proxyWords } from '../text/proxies';

const { detail: words } = proxyWords;
const MILLISECONDS = 1000;
const MEBIBYTE = 1024 * 1024;

/** `30 seconds`. */
export function timeInWords(milliseconds: number): string {
  return words.seconds(milliseconds / MILLISECONDS);
}

/** `10 MiB`; what is no simple number of them in bytes. */
export function sizeInWords(bytes: number): string {
  const mebibytes = bytes / MEBIBYTE;
  return bytes > 0 && Number.isInteger(mebibytes * 10) ? words.mebibytes(mebibytes) : words.bytes(bytes);
}
