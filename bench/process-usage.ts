import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second (USER_HZ). */
const TICK_MICROSECONDS = 10_000;

/** The processor time of a process so far, over all threads, in microseconds; NaN on a system without /proc. */
export function processorMicroseconds(pid: number): number {
  const fields = read(`/proc/${pid}/stat`)?.split(') ')[1]?.split(' ');
  return (Number(fields?.[11]) + Number(fields?.[12])) * TICK_MICROSECONDS;
}

/** The memory of a process that is in RAM, in MiB; NaN on a system without /proc. */
export function residentMebibytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? '')?.[1]) / 1024;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
