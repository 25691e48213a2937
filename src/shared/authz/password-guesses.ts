/** The limit on guessing passwords, for whoever asks a person for one. auth keeps the counts. */
export abstract class PasswordGuesses {
  /**
   * Judges a password that was given under a name, unless there have been too many wrong ones. `judge` answers null
   * for a wrong one, and a value for a good one; when it throws, nothing is counted.
   * @throws rateLimited before `judge` is called
   */
  abstract attempt<T>(name: string, address: string, judge: () => Promise<T | null>): Promise<T | null>;
}
