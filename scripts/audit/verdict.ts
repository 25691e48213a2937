// The result of `npm audit --json`.

export interface Finding {
  readonly name: string;
  readonly severity: string;
  readonly ships: boolean;
  /** Titles and addresses of the advisories; empty when only a dependency of the package has one. */
  readonly advisories: readonly string[];
}

export type Verdict =
  | { readonly answered: true; readonly findings: readonly Finding[] }
  | { readonly answered: false; readonly why: string };

interface Vulnerability {
  readonly name: string;
  readonly severity: string;
  readonly nodes: readonly string[];
  readonly via: readonly (string | { readonly title: string; readonly url: string })[];
}

interface AuditOutput {
  readonly auditReportVersion?: number;
  readonly vulnerabilities?: Readonly<Record<string, Vulnerability>>;
  /** Present instead of a report when the request failed. */
  readonly message?: string;
}

const SEVERE = ['high', 'critical'];

/**
 * The severe findings, or the note that the registry did not answer. Any other problem of npm is a failure.
 *
 * @param shipped the paths in node_modules of what we ship
 */
export function verdictOf(output: string, shipped: ReadonlySet<string>): Verdict {
  const { auditReportVersion, vulnerabilities = {}, message } = JSON.parse(output) as AuditOutput;
  if (auditReportVersion === undefined) {
    if (message === undefined) throw new Error(`npm audit failed: ${output}`);
    return { answered: false, why: message };
  }
  const severe = Object.values(vulnerabilities).filter(({ severity }) => SEVERE.includes(severity));
  return { answered: true, findings: severe.map((vulnerability) => findingOf(vulnerability, shipped)) };
}

function findingOf({ name, severity, nodes, via }: Vulnerability, shipped: ReadonlySet<string>): Finding {
  return {
    name,
    severity,
    ships: nodes.some((path) => shipped.has(path)),
    advisories: via.flatMap((one) => (typeof one === 'string' ? [] : [`${one.title}: ${one.url}`])),
  };
}
