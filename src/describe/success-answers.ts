import type { NormalAnswer } from '../normalize/normal-descriptor.js';

/** An answer under a code of success: `200`, `2XX`. */
export function isSuccess({ codes }: NormalAnswer): boolean {
  return codes.startsWith('2');
}

/** The answers that a Method gives back. `default` stands for success only where no code of success is listed. */
export function successesAmong(answers: readonly NormalAnswer[]): NormalAnswer[] {
  const successes = answers.filter(isSuccess);
  return successes.length > 0 ? successes : answers.filter(({ codes }) => codes === 'default');
}
