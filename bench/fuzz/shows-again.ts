import { typeCheck } from '../../test/type-check.js';
import { Finding } from './finding.js';
import type { FuzzCase } from './fuzz-case.js';
import { CaseRunner } from './run-case.js';

/** Whether a case shows what was found. */
export function showsAgain({ signature }: Finding): (fuzzCase: FuzzCase) => Promise<boolean> {
  return async (fuzzCase) => {
    const runner = new CaseRunner();
    try {
      const { files = [] } = await runner.run(fuzzCase);
      return /TS\d+/.test(signature) && typeCheck(files).some((line) => line.includes(codeIn(signature)));
    } catch (error) {
      return error instanceof Finding && error.signature === signature;
    } finally {
      runner.close();
    }
  };
}

function codeIn(signature: string): string {
  return `${/TS\d+/.exec(signature)?.[0]} `;
}
