/** One setting that keeps the service from starting. `reason` never holds the value of a secret. */
export interface SettingProblem {
  readonly setting: string;
  /** What it should be, as in "a port between 1 and 65535". */
  readonly wants: string;
  readonly reason: string;
}

export function sentencesOf({ setting, wants, reason }: SettingProblem): string {
  return `${setting} ${reason}. Expected: ${wants}.`;
}

/** Thrown once with every problem, so that an operator can correct all of them in one go. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly SettingProblem[]) {
    super(
      ['Gatehouse does not start with these settings:', ...problems.map((problem) => `  ${sentencesOf(problem)}`)].join(
        '\n',
      ),
    );
    this.name = 'SettingsError';
  }
}
