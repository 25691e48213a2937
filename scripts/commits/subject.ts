const TYPES = ['feat', 'fix', 'refactor', 'perf', 'test', 'docs', 'build', 'chore'];
const LONGEST = 72;

const CONVENTIONAL = new RegExp(`^(?:${TYPES.join('|')})(?:\\([a-z][a-z0-9-]*\\))?: \\S`);
/** Subjects that Git and `npm run release` write by themselves. */
const WRITTEN_BY_A_PROGRAM = /^(?:Revert ".*"|release: v\d+\.\d+\.\d+)$/;

/** The faults in the subject of a commit, by the rules of CONTRIBUTING.md under "Commits"; empty when there are none. */
export function faultsOf(subject: string): string[] {
  if (WRITTEN_BY_A_PROGRAM.test(subject)) return [];
  const faults: [boolean, string][] = [
    [!CONVENTIONAL.test(subject), `does not begin with a type, as in "feat(tokens): …" (${TYPES.join(', ')})`],
    [subject.length > LONGEST, `has ${subject.length} characters, not ${LONGEST} or fewer`],
    [/;|\band also\b/.test(subject), 'says two things: make two commits of it, or name what they have in common'],
  ];
  return faults.filter(([found]) => found).map(([, fault]) => fault);
}
