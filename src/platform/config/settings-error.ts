/** One setting that keeps the service from starting. `reason` never holds the value of a secret. */
export interface SettingProblem {
  readonly setting: string;
  readonly wants: string;
  readonly reason: string;
}

/** Thrown once with every problem, so that an operator can correct all of them in one go. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly SettingProblem[]) {
    super(
      [
        'Gatehouse does not start with these settings:',
        ...problems.map(({ setting, wants, reason }) => `  ${setting} ${reason}. It wants ${wants}.`),
      ].join('\n'),
    );
    this.name = 'SettingsError';
  }
}
