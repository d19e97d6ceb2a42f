import { InvalidArgumentError } from 'commander';

/** Seconds as they are typed → milliseconds. */
export function millisecondsOf(text: string): number {
  const seconds = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : 0;
  if (seconds > 0) return Math.round(seconds * 1000);
  throw new InvalidArgumentError('It is a number of seconds above 0.');
}
