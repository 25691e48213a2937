import { execFile } from 'node:child_process';

/** One ```bash block of the tour. */
export interface TourBlock {
  readonly script: string;
  /** What its output must show, in this order: the `# => …` at the ends of its lines. */
  readonly expected: readonly string[];
}

export interface TourOutput extends TourBlock {
  readonly output: string;
}

export interface TourPlace {
  /** Where the reader stands: the folder with `data` in it. */
  readonly folder: string;
  /** The port that the service really listens on; the text says 8443, in the line with `GATE=` alone. */
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
}

const BLOCK = /<!-- tour -->\s*```bash\n(.*?)```/gs;
const EXPECTATION = /# => (.+)$/gm;
const SEPARATOR = '----- end of a block of the tour -----';
const MILLISECONDS = 120_000;

/** The blocks of a Markdown text that are marked with `<!-- tour -->`. */
export function readTour(markdown: string): TourBlock[] {
  return [...markdown.matchAll(BLOCK)].map(([, script = '']) => ({
    script,
    expected: [...script.matchAll(EXPECTATION)].map(([, text = '']) => text.trim()),
  }));
}

/** Runs all blocks as one script, as if pasted, stopping at the first command that fails. */
export async function runTour(blocks: readonly TourBlock[], place: TourPlace): Promise<TourOutput[]> {
  const pasted = blocks.map(({ script }) => `${script}\necho '${SEPARATOR}'\n`).join('');
  const output = await bash(
    pasted.replace(/^GATE=https:\/\/localhost:8443$/m, `GATE=https://localhost:${place.port}`),
    place,
  );
  const parts = output.split(`${SEPARATOR}\n`);
  return blocks.map((block, index) => ({ ...block, output: parts[index] ?? '' }));
}

/** The expectations that the output does not meet in their order. */
export function unmet({ output, expected }: TourOutput): string[] {
  let from = 0;
  return expected.filter((text) => {
    const at = output.indexOf(text, from);
    if (at !== -1) from = at + text.length;
    return at === -1;
  });
}

function bash(script: string, { folder, environment }: TourPlace): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env: { ...process.env, ...environment }, timeout: MILLISECONDS };
    const child = execFile('bash', ['-eu', '-o', 'pipefail', '-s'], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`the tour stopped: ${error.message}\n${stdout}\n${stderr}`));
    });
    child.stdin?.end(script);
  });
}
