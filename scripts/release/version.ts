import { ReleaseRefused } from './refusal.js';

export const STEPS = ['major', 'minor', 'patch'] as const;
export type Step = (typeof STEPS)[number];

export function isStep(text: string | undefined): text is Step {
  return STEPS.some((step) => step === text);
}

/** Semantic Versioning, without pre-releases. */
export function nextVersion(current: string, step: Step): string {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(current) ?? [];
  if (major === undefined || minor === undefined || patch === undefined)
    throw new ReleaseRefused(`the version in package.json is ${current}, not three numbers`);
  switch (step) {
    case 'major':
      return `${Number(major) + 1}.0.0`;
    case 'minor':
      return `${major}.${Number(minor) + 1}.0`;
    case 'patch':
      return `${major}.${minor}.${Number(patch) + 1}`;
  }
}
