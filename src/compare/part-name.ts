import type { ChangedPart } from './change.js';

/** A part as it is written in reports and in patterns: `Tasks`, `Tasks.Get_tasks`, `Tasks.Get_tasks.status`. */
export function partName(part: ChangedPart): string {
  switch (part.part) {
    case 'connector':
      return 'connector';
    case 'service-object':
      return part.object;
    case 'property':
      return `${part.object}.${part.property}`;
    case 'method':
      return `${part.object}.${part.method}`;
    case 'input':
      return `${part.object}.${part.method}.${part.input}`;
    case 'output':
      return `${part.object}.${part.method}.${part.output}`;
  }
}
