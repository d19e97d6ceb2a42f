// What the examples use of two other engines, so that they are type-checked here without installing them
// (DBOS brings 22 packages, Temporal a server). With the packages installed, delete this file.

declare module '@dbos-inc/dbos-sdk' {
  export const DBOS: {
    readonly workflowID: string | undefined;
    runStep<T>(work: () => Promise<T>, options?: { name?: string }): Promise<T>;
    recv<T>(topic?: string, timeoutSeconds?: number): Promise<T | null>;
    send<T>(destinationId: string, message: T, topic?: string, idempotencyKey?: string): Promise<void>;
    sleep(durationMs: number): Promise<void>;
    registerWorkflow<A extends unknown[], R>(
      run: (...args: A) => Promise<R>,
      options?: { name?: string },
    ): (...args: A) => Promise<R>;
  };
}

declare module '@temporalio/workflow' {
  export function proxyActivities<A>(options: {
    startToCloseTimeout: string | number;
    retry?: { maximumAttempts?: number };
  }): A;
  export function defineSignal<A extends unknown[]>(
    name: string,
  ): { readonly name: string; readonly args?: A };
  export function setHandler<A extends unknown[]>(
    signal: { readonly name: string; readonly args?: A },
    handler: (...args: A) => void,
  ): void;
  export function condition(holds: () => boolean, timeout: string | number): Promise<boolean>;
  export function sleep(duration: string | number): Promise<void>;
  export function workflowInfo(): { readonly workflowId: string };
}
