import { sentenceOf, type AuditEvent, type UserNames } from './audit-sentence';

const LINE_END = '\r\n';
/** Without it spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF';
/**
 * What spreadsheets run as a formula, wide forms too: at the start of a cell, and after every quote or separator that starts a cell
 * somewhere. The separator depends on the locale of the program that opens the file. Names in the log are other people's texts,
 * and one that is opened in a spreadsheet must not compute (OWASP, "CSV Injection").
 */
const FORMULA = /(^|[;,|"\t\r\n])(?=[\s\u0000]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])|^(?=[\t\r\n])/g;

type Field = readonly [name: string, value: (event: AuditEvent, names: UserNames) => string | null];

/** The names are those of the API, whatever the language of the console. */
const FIELDS: readonly Field[] = [
  ['at', ({ at }) => at],
  ['action', ({ action }) => action],
  ['outcome', ({ outcome }) => outcome],
  ['reason', ({ reason }) => reason],
  ['sentence', sentenceOf],
  ['actorKind', ({ actor }) => actor.kind],
  ['actorId', ({ actor }) => actor.id],
  ['actorName', ({ actor }) => actor.name],
  ['credentialKind', ({ actor }) => actor.credential?.kind ?? null],
  ['credentialId', ({ actor }) => actor.credential?.id ?? null],
  ['subjectType', ({ subject }) => subject?.type ?? null],
  ['subjectId', ({ subject }) => subject?.id ?? null],
  ['subjectName', ({ subject }) => subject?.name ?? null],
  ['address', ({ address }) => address],
  ['requestId', ({ requestId }) => requestId],
  ['details', ({ details }) => details && JSON.stringify(details)],
  ['id', ({ id }) => id],
];

/** RFC 4180, with a line of names. */
export function csvOf(events: readonly AuditEvent[], names: UserNames): string {
  const lines = [
    FIELDS.map(([name]) => cell(name)),
    ...events.map((event) => FIELDS.map(([, value]) => cell(value(event, names) ?? ''))),
  ];
  return BYTE_ORDER_MARK + lines.map((cells) => cells.join(',') + LINE_END).join('');
}

/** An apostrophe before a formula makes it a text: spreadsheets show what is after it. */
function cell(value: string): string {
  return `"${value.replace(FORMULA, "$1'").replaceAll('"', '""')}"`;
}
