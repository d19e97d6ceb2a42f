// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** SmartObject class. */
export interface class_SmartObject {
  /**
   * A_B
   * `GET /g`
   */
  readonly A_B: broker.Method<
    void | {
    },
    broker.HttpOutputs,
    undefined
  >;
  /**
   * Serialize
   * `GET /d`
   */
  readonly Serialize_: broker.Method<
    void | {
    },
    broker.HttpOutputs,
    undefined
  >;
  /**
   * a-b
   * `GET /e`
   */
  readonly a_b_2: broker.Method<
    void | {
    },
    broker.HttpOutputs,
    undefined
  >;
  /**
   * a.b
   * `GET /f`
   */
  readonly a_b_3: broker.Method<
    void | {
    },
    broker.HttpOutputs,
    undefined
  >;
}

export const class_: broker.ServiceObject<class_SmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "class_",
  "methods": {
    "A_B": { "verb": "GET", "path": "/g", "answers": { "204": { "as": "nothing" } } },
    "Serialize_": { "verb": "GET", "path": "/d", "answers": { "204": { "as": "nothing" } } },
    "a_b_2": { "verb": "GET", "path": "/e", "answers": { "204": { "as": "nothing" } } },
    "a_b_3": { "verb": "GET", "path": "/f", "answers": { "204": { "as": "nothing" } } }
  }
}`);
