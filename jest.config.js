import { ensurePluginMetadata } from './scripts/plugin-metadata.mjs';

// What the OpenAPI plugin reads off DTOs must be there before a test imports src/platform/http/openapi/set-up-openapi.ts.
await ensurePluginMetadata();

// Four projects, one runner: unit (no I/O), architecture (the rules of the house), integration and e2e
// (real databases, real HTTPS). Integration and e2e files run once per dialect, through test/support.
const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': '@swc/jest' },
  setupFiles: ['reflect-metadata'],
};

// Unit tests need no database server.
const withDatabases = {
  globalSetup: './test/support/global-setup.ts',
  globalTeardown: './test/support/global-teardown.ts',
};

export default {
  coverageProvider: 'v8',
  // for what hangs: a slow machine is no failure
  testTimeout: 120_000,
  reporters: ['default', '<rootDir>/scripts/slowest-files.mjs'],
  projects: ['unit', 'architecture', 'integration', 'e2e'].map((name) => ({
    ...base,
    ...(name === 'unit' ? {} : withDatabases),
    displayName: name,
    testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`],
  })),
};
