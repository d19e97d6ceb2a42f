// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Props } from './Props.js';

/** SmartObject con. */
export interface con_SmartObject {
  /**
   * body
   * `POST /body`
   */
  readonly body: broker.Method<
    void | {
      body?: broker.ItemInput<Props> | undefined;
    },
    broker.HttpOutputs,
    undefined
  >;
  /**
   * constructor
   * `GET /a`
   */
  readonly constructor_: broker.Method<
    void | {
    },
    broker.HttpOutputs,
    undefined
  >;
  /**
   * then
   * `GET /b`
   */
  readonly then_: broker.Method<
    void | {
    },
    broker.HttpOutputs,
    undefined
  >;
}

export const con_: broker.ServiceObject<con_SmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "con_",
  "methods": {
    "body": {
      "verb": "POST",
      "path": "/body",
      "inputs": {
        "body": {
          "in": "body",
          "type": "SerializedItem",
          "item": {
            "required": ["__proto__"],
            "properties": {
              "": "Text",
              "1st": "Text",
              "DC_TITLE": "Text",
              "HttpResponseCode": "Number",
              "Serialized_Array": "Text",
              "__proto__": "Text",
              "a'b\\"c\`\${d}\\\\": "Text",
              "constructor": "Text",
              "dc.title": "Text",
              "dc:title": "Text",
              "é": "Text",
              "hasOwnProperty": "Number",
              "prototype": "Text",
              "s": "Text",
              "toString": "Text",
              "valueOf": "YesNo",
              "x\u202ey": "Text",
              "é": "Text",
              "ſ": "Text",
              "\\ud800": "Text",
              "👍": "Text"
            }
          }
        }
      },
      "answers": { "204": { "as": "nothing" } }
    },
    "constructor_": { "verb": "GET", "path": "/a", "answers": { "204": { "as": "nothing" } } },
    "then_": { "verb": "GET", "path": "/b", "answers": { "204": { "as": "nothing" } } }
  }
}`);
