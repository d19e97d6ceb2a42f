import { WorkflowError } from '../base/errors.js';
import { columnText } from './column-text.js';

/** Makes names unique in the order in which they are used, the same on every execution. */
export class StepNames {
  readonly #taken = new Set<string>();

  take(name: string): string {
    if (name.trim() === '' || name.length > 200) {
      throw new WorkflowError('STEP_INVALID', {
        who: 'Step',
        what: 'its name is text of 1 to 200 characters',
      });
    }
    const plain = columnText(name);
    let unique = plain;
    for (let count = 2; this.#taken.has(unique); count += 1) unique = `${plain} (${count})`;
    this.#taken.add(unique);
    return unique;
  }
}
