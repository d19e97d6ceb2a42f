/** The container inspection as a DBOS workflow: its steps, its messages, our helpers and generated connectors. */
import { DBOS } from '@dbos-inc/dbos-sdk';
import { type OtherEngine, waitForExternalSystemOn } from 'rest-broker/workflow';
import type { Inspections } from '../container-inspection/container-inspection.js';

const onDbos: OtherEngine = {
  record: (name, work) => DBOS.runStep(work, { name }),
  // DBOS keeps a message until it is received, so it may come before this.
  receive: async (serialNumber, timeoutMs) =>
    (await DBOS.recv<Record<string, unknown>>(serialNumber, timeoutMs / 1_000)) ?? undefined,
  sleep: (durationMs) => DBOS.sleep(durationMs),
};

export function containerInspectionOnDbos(inspections: Inspections) {
  return DBOS.registerWorkflow(
    async (container: string): Promise<string> => {
      const outside = await waitForExternalSystemOn(onDbos, 'Inspect containers', {
        serialNumber: `${DBOS.workflowID}_1`,
        timeoutMs: 3 * 24 * 3_600_000,
        invoke: ({ serialNumber }) =>
          inspections.Requests.Post_requests({
            body: { SN: serialNumber, Folio: container, Status: 'Waiting' },
          }),
      });
      return outside.timedOut ? 'not inspected' : `${container}: ${String(outside.dataFields['Result'])}`;
    },
    { name: 'ContainerInspection' },
  );
}

/** What an endpoint does with a callback; the key makes a duplicate harmless. */
export async function finishOnDbos(serialNumber: string, dataFields: Record<string, unknown>): Promise<void> {
  const workflowId = serialNumber.replace(/_\d+$/, '');
  await DBOS.send(workflowId, dataFields, serialNumber, serialNumber);
}
