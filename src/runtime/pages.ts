import type { CallOptions } from './call-options.js';
import type { Method } from './connect.js';
import type { MethodPlan } from './method-plan.js';
import type { OpenServiceInstance } from './open-service-instance.js';

/** What reading page after page may choose for itself; everything of `CallOptions` counts for each page. */
export interface PageOptions extends CallOptions {
  /** How many pages there may be before it is an error. Default 1,000. */
  readonly maxPages?: number;
  /** Property of the answer whose array holds the rows. Default: the answer itself, or its only array. */
  readonly rows?: string;
  /** Property of the answer that holds the address of the next page. Default: as described, or `nextLink`. */
  readonly nextLink?: string;
}

/** A Method whose answer has rows. */
export interface PagedMethod<Inputs, Outputs, Data, Row> extends Method<Inputs, Outputs, Data> {
  /**
   * All rows of all pages, unserialized: `for await (const task of nwc.Tasks.Get_tasks.pages({…}))`. A page is
   * asked for when the rows before it were taken; leaving the loop ends it.
   */
  pages(inputs: Inputs, options?: PageOptions): AsyncIterableIterator<Row>;
}

/** Page after page of one Method; what it takes to do so is loaded when the first row is asked for. */
export async function* pagesOf(
  instance: OpenServiceInstance,
  plan: MethodPlan,
  inputs: Record<string, unknown> | undefined,
  options: PageOptions = {},
): AsyncGenerator<unknown, void, undefined> {
  const { walkPages } = await import('./walk-pages.js');
  yield* walkPages(instance, plan, inputs, options);
}
