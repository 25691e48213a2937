import { execFileSync } from 'node:child_process';

/** Git sets these for its hooks, and they would name another repository than that of the folder. */
const PLACES = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/** The Git repository that is released. */
export class Repository {
  readonly #environment: NodeJS.ProcessEnv;

  constructor(
    readonly root: string,
    environment: NodeJS.ProcessEnv,
  ) {
    this.#environment = Object.fromEntries(Object.entries(environment).filter(([name]) => !PLACES.includes(name)));
  }

  /** Empty on a detached head. */
  branch(): string {
    return this.#git('branch', '--show-current');
  }

  /** The output of `git status`, including untracked files. */
  changes(): string {
    return this.#git('status', '--porcelain');
  }

  hasTag(name: string): boolean {
    return this.#git('tag', '--list', name) !== '';
  }

  head(): string {
    return this.#git('rev-parse', 'HEAD');
  }

  /** Commits only these files, whatever else is staged. */
  commit(message: string, files: readonly string[]): void {
    this.#git('commit', '--quiet', '--message', message, '--only', '--', ...files);
  }

  /** Verbatim: otherwise Git takes lines that begin with `#`, and so the headings, for comments. */
  tag(name: string, message: string): void {
    this.#git('tag', '--annotate', '--cleanup=verbatim', '--message', message, name);
  }

  /** Goes back to a commit, and restores these files from it. All other files stay as they are. */
  takeBack(head: string, files: readonly string[]): void {
    this.#git('reset', '--quiet', '--mixed', head);
    this.#git('checkout', '--quiet', head, '--', ...files);
  }

  #git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.root,
      env: this.#environment,
      encoding: 'utf8',
      // our error includes Git's own message
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trimEnd();
  }
}
