// A reporter of Jest: the ten spec files that took longest, so that a slow one is seen the day it comes.
const SHOWN = 10;

export default class SlowestFiles {
  /** @param {unknown} _contexts @param {import('@jest/reporters').AggregatedResult} results */
  onRunComplete(_contexts, { testResults }) {
    const timed = testResults
      .map(({ testFilePath, perfStats }) => ({
        file: testFilePath.slice(testFilePath.indexOf('/test/') + 1),
        seconds: (perfStats.end - perfStats.start) / 1000,
      }))
      .sort((one, other) => other.seconds - one.seconds)
      .slice(0, SHOWN);
    if (timed.length < SHOWN) return;
    console.log(`\nThe ${SHOWN} slowest spec files:`);
    for (const { file, seconds } of timed) console.log(`${seconds.toFixed(1).padStart(7)} s  ${file}`);
  }
}
