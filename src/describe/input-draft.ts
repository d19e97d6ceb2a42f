import type { ValueType } from '../model/connector.js';
import type { InputDefinition } from '../model/definition.js';

/** An input before it has a name. */
export interface InputDraft {
  readonly pointer: string;
  readonly wireName: string;
  readonly displayName?: string | undefined;
  readonly description?: string | undefined;
  readonly deprecated: boolean;
  readonly sunset?: string | undefined;
  readonly default?: unknown;
  readonly required: boolean;
  readonly value: ValueType;
  readonly definition: Omit<InputDefinition, 'name' | 'required'>;
}
