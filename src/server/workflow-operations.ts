import type { WorkflowDefinition } from '../workflow/workflow-definition.js';
import { demand, type KnownCaller, mayDo } from './callers.js';
import type { Call, Operation } from './operation.js';
import { integerMember, member, objectMember, textMember } from './read-body.js';
import { Refusal } from './refusal.js';

/** GET workflows: those the caller may start. */
export const getWorkflows: Operation = async (call) => {
  const caller = call.caller();
  const workflows = [];
  for (const { name, folder } of newestOfEach(call)) {
    if (!mayDo(caller, ['start'], name)) continue;
    const id = await call.workflows.workflowNumber(name);
    workflows.push({ id, defaultVersionId: id, name, folder, systemName: name });
  }
  return { status: 200, body: { itemCount: workflows.length, workflows } };
};

/** GET workflows/{id} */
export const getWorkflow: Operation = async (call) => {
  const definition = await startable(call, call.caller());
  const { name, description, folder } = definition;
  const workflowSchema = JSON.stringify(schemaOf(definition));
  return {
    status: 200,
    body: {
      workflowInfo: { name, description, folder, systemName: name, expectedDuration: 0 },
      workflowSchema,
    },
  };
};

/** GET workflows/{id}/schema */
export const getWorkflowSchema: Operation = async (call) => ({
  status: 200,
  body: schemaOf(await startable(call, call.caller())),
});

/** POST workflows/{id}: the number of the new instance, bare. */
export const startWorkflow: Operation = async (call) => {
  const caller = call.caller();
  const definition = await startable(call, caller);
  const { members } = call;
  for (const name of ['xmlFields', 'itemReferences']) refuseUnlessEmpty(member(members, name), name);
  const folio = textMember(members, 'folio') ?? '';
  const priority = integerMember(members, 'priority') ?? 1;
  if (priority < 0 || priority > 2) throw new Refusal(400, 'priority must be 0, 1 or 2.');
  const dataFields = spelledAsDefined(objectMember(members, 'dataFields'), definition);
  const { number } = await call.workflows.start(definition, dataFields, {
    folio,
    priority,
    originator: caller.userName,
  });
  return { status: 200, body: number };
};

/** The workflow of the path's number. @throws Refusal 400, 403, 404 */
async function startable(call: Call, caller: KnownCaller): Promise<WorkflowDefinition> {
  const [text = ''] = call.ids;
  if (!/^\d{1,10}$/.test(text)) throw new Refusal(400, 'The id of a workflow is a number.');
  for (const definition of newestOfEach(call)) {
    if ((await call.workflows.workflowNumber(definition.name)) === Number(text)) {
      demand(caller, ['start'], definition.name);
      return definition;
    }
  }
  throw new Refusal(404, 'There is no workflow with this id.');
}

function newestOfEach({ workflows }: Call): WorkflowDefinition[] {
  const names = new Set(workflows.definitions.map(({ name }) => name));
  return [...names].map((name) => workflows.newest(name));
}

/** Data fields under the names they were defined with, whatever their case. */
function spelledAsDefined(
  given: Readonly<Record<string, unknown>>,
  { dataFields }: WorkflowDefinition,
): Readonly<Record<string, unknown>> {
  const defined = new Map(Object.keys(dataFields).map((name) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [defined.get(name.toLowerCase()) ?? name, value]),
  );
}

function schemaOf({ dataFields }: WorkflowDefinition): Readonly<Record<string, unknown>> {
  const properties = Object.fromEntries(
    Object.entries(dataFields).map(([name, { type, description }]) => [
      name,
      { ...(type === undefined ? {} : { type }), ...(description === undefined ? {} : { description }) },
    ]),
  );
  const required = Object.keys(dataFields).filter((name) => dataFields[name]?.required === true);
  return {
    type: 'object',
    properties: {
      folio: { type: 'string' },
      priority: { type: 'integer', minimum: 0, maximum: 2 },
      expectedDuration: { type: 'integer' },
      dataFields: { type: 'object', properties, ...(required.length === 0 ? {} : { required }) },
    },
  };
}

/** What would be lost in silence is refused. */
function refuseUnlessEmpty(value: unknown, name: string): void {
  if (value === undefined || value === null) return;
  if (typeof value === 'object' && Object.keys(value).length === 0) return;
  throw new Refusal(400, `${name} cannot be given to a workflow here.`);
}
