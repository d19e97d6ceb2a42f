import { DescriptorError } from '../base/errors.js';
import { SourceFailure } from './source-failure.js';
import { whoIs } from './text/source-file.js';

/** What an act comes to; a failure of it is told as one of the descriptor shown. */
export async function asDescriptorError<Result>(shown: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (failure) {
    if (!(failure instanceof SourceFailure)) throw failure;
    const { code, what, advice, cause, place } = failure;
    throw new DescriptorError(code, {
      who: whoIs(shown, place),
      what,
      advice,
      cause,
      ...(place && { place }),
    });
  }
}
