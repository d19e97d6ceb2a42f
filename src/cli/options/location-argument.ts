import { InvalidArgumentError } from 'commander';

/** A descriptor as it was named. An empty one is a variable of the shell that was not set. */
export function locationOf(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('It is empty: was a variable of the shell not set?');
}
