import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseUnreleased } from './changelog.js';
import { lockFileAt, LOCK_FILE, manifestAt, MANIFESTS, versionOf } from './manifests.js';
import { ReleaseRefused } from './refusal.js';
import type { Repository } from './repository.js';
import { nextVersion, type Step } from './version.js';

const BRANCH = 'main';
const CHANGELOG = 'CHANGELOG.md';
/** The file that names the version of the service, written by `npm run openapi`. */
const GENERATED = 'docs/openapi.json';
const FILES = [...MANIFESTS, LOCK_FILE, CHANGELOG, GENERATED];

export interface Surroundings {
  readonly repository: Repository;
  readonly now: () => Date;
  /** Writes GENERATED again. */
  readonly regenerate: () => void;
  readonly say: (line: string) => void;
}

interface Plan {
  readonly version: string;
  readonly tag: string;
  readonly tagMessage: string;
  readonly contents: ReadonlyMap<string, string>;
}

/**
 * Makes the commit and the tag of a release. A person pushes them.
 *
 * @throws ReleaseRefused
 */
export function release(step: Step, dryRun: boolean, surroundings: Surroundings): void {
  const { repository, say } = surroundings;
  requireReleasable(repository);
  const plan = planOf(step, surroundings);
  if (repository.hasTag(plan.tag)) throw new ReleaseRefused(`the tag ${plan.tag} exists already`);
  if (dryRun) {
    say(`Would write ${FILES.join(', ')}, commit "release: ${plan.tag}", and tag it:\n\n${plan.tagMessage}`);
    return;
  }
  carryOut(plan, surroundings);
  say(`${plan.tag} is committed and tagged, here alone. To publish it:\n`);
  say(`  git push --atomic origin ${BRANCH} ${plan.tag}`);
}

function requireReleasable(repository: Repository): void {
  const branch = repository.branch();
  if (branch !== BRANCH)
    throw new ReleaseRefused(`releases are made on ${BRANCH}; this is ${branch === '' ? 'no branch' : branch}`);
  const changes = repository.changes();
  if (changes !== '') throw new ReleaseRefused(`there are changes that are not committed:\n${changes}`);
}

function planOf(step: Step, { repository, now }: Surroundings): Plan {
  const read = (file: string): string => readFileSync(join(repository.root, file), 'utf8');
  const version = nextVersion(versionOf(read('package.json')), step);
  const date = now().toISOString().slice(0, 'yyyy-mm-dd'.length);
  const { text, notes } = releaseUnreleased(read(CHANGELOG), version, date);
  return {
    version,
    tag: `v${version}`,
    tagMessage: `Gatehouse ${version} - ${date}\n\n${notes}\n`,
    contents: new Map([
      ...MANIFESTS.map((file) => [file, manifestAt(version, read(file))] as const),
      [LOCK_FILE, lockFileAt(version, read(LOCK_FILE))],
      [CHANGELOG, text],
    ]),
  };
}

/** Does all of it, or nothing. */
function carryOut({ tag, tagMessage, contents }: Plan, { repository, regenerate }: Surroundings): void {
  const before = repository.head();
  try {
    for (const [file, content] of contents) writeFileSync(join(repository.root, file), content);
    regenerate();
    repository.commit(`release: ${tag}`, FILES);
    repository.tag(tag, tagMessage);
  } catch (error) {
    repository.takeBack(before, FILES);
    throw new ReleaseRefused(`${tag} was not made, and all is as it was`, { cause: error });
  }
}
