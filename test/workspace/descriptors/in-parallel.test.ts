import { expect, test } from 'vitest';
import { inParallel } from '../../../src/workspace/descriptors/in-parallel.js';

/** Ends when it is told to. */
function held<T>(): {
  readonly promise: Promise<T>;
  readonly end: (value: T) => void;
  readonly fail: (why: unknown) => void;
} {
  let end: (value: T) => void = () => undefined;
  let fail: (why: unknown) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { promise, end, fail };
}

test('runs so many at once and gives the results in order', async () => {
  const acts = Array.from({ length: 5 }, () => held<string>());
  const begun: number[] = [];
  const all = inParallel([0, 1, 2, 3, 4], 2, (item) => {
    begun.push(item);
    return acts[item]?.promise ?? Promise.reject(new Error('unknown'));
  });
  expect(begun).toEqual([0, 1]);
  acts[1]?.end('b');
  await acts[1]?.promise;
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2]);
  for (const [index, act] of acts.entries()) act.end('abcde'[index] ?? '');
  expect(await all).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('throws the first failure in their order, begins nothing more, and leaves nothing running', async () => {
  const acts = [held<void>(), held<void>()];
  const begun: number[] = [];
  const all = inParallel([0, 1, 2], 2, (item) => {
    begun.push(item);
    return acts[item]?.promise ?? Promise.resolve();
  });
  acts[1]?.fail(new Error('second'));
  await expect(acts[1]?.promise).rejects.toThrow('second');
  acts[0]?.fail(new Error('first'));
  await expect(all).rejects.toThrow('first');
  expect(begun).toEqual([0, 1]);
});

test('nothing to do', async () => {
  expect(await inParallel([], 3, () => Promise.reject(new Error('never')))).toEqual([]);
});
