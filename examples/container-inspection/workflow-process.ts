/**
 * The process that hosts the workflow and its event endpoint: `workflow-process.ts STORE INSPECTIONS_URL CONNECTOR
 * USER PASSWORD`. The demo kills it.
 */
import { startWorkflowServer } from 'rest-broker/server';
import { createWorkflows } from 'rest-broker/workflow';
import { defineContainerInspection, type Inspections } from './container-inspection.js';

const [store = '', serviceUrl = '', connector = '', userName = '', password = ''] = process.argv.slice(2);
const { connect } = (await import(connector)) as { connect(options: { serviceUrl: string }): Inspections };
const say = (message: object): void => void process.send?.(message);

const workflows = createWorkflows({ store });
defineContainerInspection(workflows, connect({ serviceUrl }), (line) => say({ line }));
await workflows.work();
const server = await startWorkflowServer({
  workflows,
  callers: [{ name: 'batch job', userName, password, rights: ['start', 'serverEvent'], workflows: 'all' }],
});
say({ serviceUrl: server.serviceUrl });
// The demo has ended before this process did.
process.on('disconnect', () => process.exit());
