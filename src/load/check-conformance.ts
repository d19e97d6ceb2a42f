import type { OpenAPI } from 'openapi-types';
import type { Problem } from '../base/problem.js';
import { quoted } from '../base/visible-text.js';
import type { Descriptor } from './descriptor.js';
import { conformanceUnknown, MAX_FINDINGS, notConformant } from './problems.js';

/** One finding of the specification's own JSON Schema. */
interface Finding {
  readonly instancePath: string;
  readonly message: string;
}

/**
 * What the specification's own JSON Schema has to say of a descriptor, one Problem a spot. Costs more than reading
 * it, so it is asked for where a person looks: when a descriptor is registered or inspected. It decides nothing:
 * much that it refuses is read without harm, and it refuses some of what OpenAPI 3.1 allows.
 */
export async function checkConformance(descriptor: Descriptor): Promise<Problem[]> {
  const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
  // Validating resolves references in place.
  const copy = structuredClone(descriptor.document) as unknown as OpenAPI.Document;
  try {
    await SwaggerParser.validate(copy, {
      resolve: { external: false },
      validate: { schema: true, spec: false },
    });
    return [];
  } catch (fault) {
    const findings = findingsOf(fault);
    return findings.length > 0 ? problemsOf(findings) : [conformanceUnknown('', { reason: reasonOf(fault) })];
  }
}

function problemsOf(findings: readonly Finding[]): Problem[] {
  const byPointer = new Map<string, string>();
  for (const { instancePath, message } of findings) {
    if (!byPointer.has(instancePath)) byPointer.set(instancePath, message);
  }
  return Array.from(byPointer, ([pointer, finding]) => notConformant(pointer, { finding })).slice(
    0,
    MAX_FINDINGS,
  );
}

function findingsOf(fault: unknown): Finding[] {
  const details = typeof fault === 'object' && fault !== null && 'details' in fault ? fault.details : [];
  return Array.isArray(details) ? details.filter(isFinding) : [];
}

function isFinding(value: unknown): value is Finding {
  return (
    typeof value === 'object' &&
    value !== null &&
    'instancePath' in value &&
    typeof value.instancePath === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}

function reasonOf(fault: unknown): string {
  return quoted(fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault));
}
