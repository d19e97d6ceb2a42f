import type { Problem } from '../../base/problem.js';
import type { Dialect } from '../normal-descriptor.js';
import type { JsonNode, Spot } from './json-node.js';
import { ReferenceIndex, type Target } from './reference-index.js';

/** One pass over one document: what is read, what was found wrong, where references lead. */
export class Reading {
  readonly root: Spot;
  readonly dialect: Dialect;
  readonly references: ReferenceIndex;
  readonly problems: Problem[] = [];
  /** Where chains of references end, by the pointer of each link. */
  readonly chased = new Map<string, Target | undefined>();
  readonly #reported = new Set<string>();

  constructor(document: JsonNode, dialect: Dialect) {
    this.root = { node: document, pointer: '' };
    this.dialect = dialect;
    this.references = new ReferenceIndex(document);
  }

  /** OpenAPI 3.1 and later: schemas are JSON Schema 2020-12, and what stands beside a `$ref` counts. */
  get isJsonSchema(): boolean {
    return this.dialect === '3.1' || this.dialect === '3.2';
  }

  /** Keeps a Problem; the same finding at the same spot is kept once, however often the spot is read. */
  report(problem: Problem): void {
    this.reportOnce(`${problem.code}\n${problem.pointer}\n${problem.message}`, problem);
  }

  /** Keeps a Problem unless one was kept under the same name. */
  reportOnce(name: string, problem: Problem): void {
    if (this.#reported.has(name)) return;
    this.#reported.add(name);
    this.problems.push(problem);
  }
}
