// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Props, PropsProperties } from './Props.js';

/** SmartObject ../../etc/passwd. */
export interface ______etc_passwdSmartObject {
  /**
   * h
   * `GET /h/{id}`
   */
  readonly h: broker.Method<
    {
      id: string;
      /** $top */
      _top?: number | undefined;
      /** HttpHeaders */
      HttpHeaders_query?: string | undefined;
      /** __proto__ */
      __proto___query?: string | undefined;
      /** a'b\c */
      a_b_c_?: string | undefined;
      /** id */
      id_query?: string | undefined;
      /** ID */
      ID_header?: string | undefined;
    },
    PropsProperties & broker.HttpOutputs,
    Props
  >;
}

export const ______etc_passwd: broker.ServiceObject<______etc_passwdSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "______etc_passwd",
  "methods": {
    "h": {
      "verb": "GET",
      "path": "/h/{id}",
      "inputs": {
        "id": { "in": "path", "type": "Text", "required": true },
        "_top": { "in": "query", "type": "Number", "name": "$top" },
        "HttpHeaders_query": { "in": "query", "type": "Text", "name": "HttpHeaders" },
        "__proto___query": { "in": "query", "type": "Text", "name": "__proto__" },
        "a_b_c_": { "in": "query", "type": "Text", "name": "a'b\\\\c\\n" },
        "id_query": { "in": "query", "type": "Text", "name": "id" },
        "ID_header": { "in": "header", "type": "Text", "name": "ID" }
      },
      "answers": {
        "200": {
          "as": "record",
          "properties": {
            "DC_TITLE": "Text",
            "HttpResponseCode_": "Number",
            "Serialized_Array_": "Text",
            "_": "Text",
            "_1st": "Text",
            "__2": "Text",
            "__3": "Text",
            "__proto___": "Text",
            "a_b_c___d__": "Text",
            "constructor_": "Text",
            "dc_title_2": "Text",
            "dc_title_3": "Text",
            "hasOwnProperty_": "Number",
            "prototype_": "Text",
            "s": "Text",
            "toString_": "Text",
            "valueOf_": "YesNo",
            "x_y": "Text",
            "é": "Text",
            "é_2": "Text",
            "ſ_2": "Text"
          },
          "wireNames": {
            "HttpResponseCode_": "HttpResponseCode",
            "Serialized_Array_": "Serialized_Array",
            "_": "",
            "_1st": "1st",
            "__2": "\\ud800",
            "__3": "👍",
            "__proto___": "__proto__",
            "a_b_c___d__": "a'b\\"c\`\${d}\\\\",
            "constructor_": "constructor",
            "dc_title_2": "dc.title",
            "dc_title_3": "dc:title",
            "hasOwnProperty_": "hasOwnProperty",
            "prototype_": "prototype",
            "toString_": "toString",
            "valueOf_": "valueOf",
            "x_y": "x\u202ey",
            "é_2": "é",
            "ſ_2": "ſ"
          }
        }
      }
    }
  }
}`);
