// The tests as they are, without what jest.config.js does once a run: the weakenings make many short runs, and
// test/weakenings/test-run.ts keeps one folder and one database server for all of them. Nothing is built: a spec that
// starts the built service would test the guard as it was.
import config from '../../jest.config.js';

export default {
  ...config,
  reporters: ['default'], // the others are named from the root of the tree
  projects: config.projects.map((project) =>
    Object.fromEntries(Object.entries(project).filter(([name]) => !['globalSetup', 'globalTeardown'].includes(name))),
  ),
};
