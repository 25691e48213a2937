import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { readDoc } from './documents.js';

const ROOT = new URL('../../../', import.meta.url);
const CITATION = /contract §(\d)(?:, "([^"]+)")?/gi;

function filesBelow(folder: string): string[] {
  const files = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.tsx?$/.test(file) && file !== 'metadata.ts').map((file) => folder + file);
}

/** Every section with the headings in it. */
function sectionsOfContract(): Map<string, string[]> {
  const parts = readDoc('contract.md').split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => [part.charAt(0), [...part.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading)]),
  );
}

describe('citations of the contract', () => {
  it('name a section that is there, and a heading in it', () => {
    const sections = sectionsOfContract();
    const files = ['src/', 'test/', 'bench/', 'console/src/'].flatMap(filesBelow);
    const cited = files.flatMap((file) =>
      [...readFileSync(new URL(file, ROOT), 'utf8').matchAll(CITATION)].map(([, section = '', heading]) => ({
        file,
        section,
        heading,
      })),
    );
    expect(cited.length).toBeGreaterThan(100);
    expect(
      cited.filter(
        ({ section, heading }) =>
          !sections.has(section) || (heading !== undefined && sections.get(section)?.includes(heading) !== true),
      ),
    ).toEqual([]);
  });
});
