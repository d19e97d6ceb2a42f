// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from './service-instance.js';
import { Array, type ArraySmartObject } from './object-types/Array.js';
import { COM1_, type COM1_SmartObject } from './object-types/COM1_.js';
import { HTTPHeader_, type HTTPHeader_SmartObject } from './object-types/HTTPHeader_.js';
import { Promise, type PromiseSmartObject } from './object-types/Promise.js';
import { Props, type PropsSmartObject } from './object-types/Props.js';
import { SmartObjects_, type SmartObjects_SmartObject } from './object-types/SmartObjects_.js';
import { String_, type String_SmartObject } from './object-types/String_.js';
import { Task, type TaskSmartObject_ } from './object-types/Task.js';
import { TaskProperties, type TaskPropertiesSmartObject } from './object-types/TaskProperties.js';
import { TaskSmartObject, type TaskSmartObjectSmartObject } from './object-types/TaskSmartObject.js';
import { ______etc_passwd, type ______etc_passwdSmartObject } from './object-types/______etc_passwd.js';
import { __proto___, type __proto___SmartObject } from './object-types/__proto___.js';
import { asserts_, type asserts_SmartObject } from './object-types/asserts_.js';
import { async, type asyncSmartObject } from './object-types/async.js';
import { broker_, type broker_SmartObject } from './object-types/broker_.js';
import { class_, type class_SmartObject } from './object-types/class_.js';
import { con_, type con_SmartObject } from './object-types/con_.js';
import { index, type indexSmartObject } from './object-types/index.js';
import { infer_, type infer_SmartObject } from './object-types/infer_.js';
import { is, type isSmartObject } from './object-types/is.js';
import { keyof_, type keyof_SmartObject } from './object-types/keyof_.js';
import { nul_, type nul_SmartObject } from './object-types/nul_.js';
import { of, type ofSmartObject } from './object-types/of.js';
import { serviceInstance_, type serviceInstance_SmartObject } from './object-types/serviceInstance_.js';
import { string_2, type string_2SmartObject } from './object-types/string_2.js';
import { type, type typeSmartObject } from './object-types/type.js';
import { undefined_, type undefined_SmartObject } from './object-types/undefined_.js';
import { unique_, type unique_SmartObject } from './object-types/unique_.js';
import { HTTPHeader, type HTTPHeaderSmartObject } from './system-types/HTTPHeader.js';

export type * from './object-types/Array.js';
export type * from './object-types/COM1_.js';
export type * from './object-types/HTTPHeader_.js';
export type * from './object-types/Promise.js';
export type * from './object-types/Props.js';
export type * from './object-types/SmartObjects_.js';
export type * from './object-types/String_.js';
export type * from './object-types/Task.js';
export type * from './object-types/TaskProperties.js';
export type * from './object-types/TaskSmartObject.js';
export type * from './object-types/______etc_passwd.js';
export type * from './object-types/__proto___.js';
export type * from './object-types/asserts_.js';
export type * from './object-types/async.js';
export type * from './object-types/broker_.js';
export type * from './object-types/class_.js';
export type * from './object-types/con_.js';
export type * from './object-types/index.js';
export type * from './object-types/infer_.js';
export type * from './object-types/is.js';
export type * from './object-types/keyof_.js';
export type * from './object-types/nul_.js';
export type * from './object-types/of.js';
export type * from './object-types/serviceInstance_.js';
export type * from './object-types/string_2.js';
export type * from './object-types/type.js';
export type * from './object-types/undefined_.js';
export type * from './object-types/unique_.js';
export type * from './system-types/HTTPHeader.js';
export { serviceInstance };

/** The SmartObjects of Names *\/ ${x} `y`. */
export interface SmartObjects {
  /** Array */
  readonly Array: ArraySmartObject;
  /** COM1 */
  readonly COM1_: COM1_SmartObject;
  /** HTTPHeader */
  readonly HTTPHeader_: HTTPHeader_SmartObject;
  /** Promise */
  readonly Promise: PromiseSmartObject;
  /** Props */
  readonly Props: PropsSmartObject;
  /** SmartObjects */
  readonly SmartObjects_: SmartObjects_SmartObject;
  /** String */
  readonly String_: String_SmartObject;
  /** Task */
  readonly Task: TaskSmartObject_;
  /** TaskProperties */
  readonly TaskProperties: TaskPropertiesSmartObject;
  /** TaskSmartObject */
  readonly TaskSmartObject: TaskSmartObjectSmartObject;
  /** ../../etc/passwd */
  readonly ______etc_passwd: ______etc_passwdSmartObject;
  /** *\/ evil(); /* */
  readonly __proto___: __proto___SmartObject;
  /** asserts */
  readonly asserts_: asserts_SmartObject;
  /** async */
  readonly async: asyncSmartObject;
  /** broker */
  readonly broker_: broker_SmartObject;
  /** class */
  readonly class_: class_SmartObject;
  /** con */
  readonly con_: con_SmartObject;
  /** index */
  readonly index: indexSmartObject;
  /** infer */
  readonly infer_: infer_SmartObject;
  /** is */
  readonly is: isSmartObject;
  /** keyof */
  readonly keyof_: keyof_SmartObject;
  /** nul */
  readonly nul_: nul_SmartObject;
  /** of */
  readonly of: ofSmartObject;
  /** serviceInstance */
  readonly serviceInstance_: serviceInstance_SmartObject;
  /** string */
  readonly string_2: string_2SmartObject;
  /** type */
  readonly type: typeSmartObject;
  /** undefined */
  readonly undefined_: undefined_SmartObject;
  /** unique */
  readonly unique_: unique_SmartObject;
  /** One HTTP header. Serialize Add Item To Array makes the text that the input HttpHeaders takes. */
  readonly HTTPHeader: HTTPHeaderSmartObject;
}

/** Binds the SmartObjects to the service; every option that is left out is as registered. */
export function connect($options?: broker.ConnectOptions): SmartObjects {
  return broker.connect<SmartObjects>(serviceInstance, { Array, COM1_, HTTPHeader_, Promise, Props, SmartObjects_, String_, Task, TaskProperties, TaskSmartObject, ______etc_passwd, __proto___, asserts_, async, broker_, class_, con_, index, infer_, is, keyof_, nul_, of, serviceInstance_, string_2, type, undefined_, unique_, HTTPHeader }, $options);
}
