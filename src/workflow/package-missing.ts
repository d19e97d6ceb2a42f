import { WorkflowError } from '../base/errors.js';

/**
 * For the `catch` of an optional package's import.
 *
 * @throws WorkflowError `PACKAGE_MISSING`
 */
export function packageMissing(name: string, advice = `Run npm install ${name}`): (cause: unknown) => never {
  return (cause) => {
    const isAbsent = cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND';
    const what = isAbsent ? 'it is not installed' : 'it is there, but not as it was when this was written';
    throw new WorkflowError('PACKAGE_MISSING', { who: `Package ${name}`, what, advice, cause });
  };
}
