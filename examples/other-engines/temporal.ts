/**
 * The container inspection as a Temporal workflow. Connectors are called in activities; the workflow's file holds
 * no call of its own. Activities that are not idempotent get one attempt.
 */
import {
  condition,
  defineSignal,
  proxyActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { type OtherEngine, waitForExternalSystemOn } from 'rest-broker/workflow';

/** In the worker: `{ requestInspection: (body) => inspections.Requests.Post_requests({ body }) }`. */
interface Activities {
  requestInspection(body: { SN: string; Folio: string; Status: string }): Promise<{ ID: number }>;
}

const activities = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 1 },
});
/** What an endpoint sends with a callback. */
export const finish = defineSignal<[serialNumber: string, dataFields: Record<string, unknown>]>('finish');

export async function containerInspectionOnTemporal(container: string): Promise<string> {
  const outside = await waitForExternalSystemOn(onTemporal(), 'Inspect containers', {
    serialNumber: `${workflowInfo().workflowId}_1`,
    timeoutMs: 3 * 24 * 3_600_000,
    invoke: ({ serialNumber }) =>
      activities.requestInspection({ SN: serialNumber, Folio: container, Status: 'Waiting' }),
  });
  return outside.timedOut ? 'not inspected' : `${container}: ${String(outside.dataFields['Result'])}`;
}

function onTemporal(): OtherEngine {
  const received = new Map<string, Record<string, unknown>>();
  // The first one wins, as everywhere.
  setHandler(finish, (serialNumber, dataFields) => {
    if (!received.has(serialNumber)) received.set(serialNumber, dataFields);
  });
  return {
    // Temporal records the activity itself.
    record: (_name, work) => work(),
    receive: async (serialNumber, timeoutMs) => {
      await condition(() => received.has(serialNumber), timeoutMs);
      return received.get(serialNumber);
    },
    sleep,
  };
}
