// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Props */
export interface Props {
  readonly [broker.typeName]?: 'test.Props';
  DC_TITLE?: string | undefined;
  /** HttpResponseCode */
  HttpResponseCode?: number | undefined;
  /** Serialized_Array */
  Serialized_Array?: string | undefined;
  ''?: string | undefined;
  /** 1st */
  '1st'?: string | undefined;
  /** \u{d800} */
  '\ud800'?: string | undefined;
  /** 👍 */
  '👍'?: string | undefined;
  /** __proto__ */
  ['__proto__']: string;
  /** a'b"c`${d}\ */
  'a\'b"c`${d}\\'?: '*/' | '\'; evil(); \'' | '`${x}`' | '\u2028' | '\x3c/script>' | undefined;
  /** constructor */
  constructor?: string | undefined;
  /** dc.title */
  'dc.title'?: string | undefined;
  /** dc:title */
  'dc:title'?: string | undefined;
  /** hasOwnProperty */
  hasOwnProperty?: number | undefined;
  /** prototype */
  prototype?: string | undefined;
  s?: string | undefined;
  /** toString */
  toString?: string | undefined;
  /** valueOf */
  valueOf?: boolean | undefined;
  /** x\u{202e}y */
  'x\u202ey'?: string | undefined;
  'é'?: string | undefined;
  /** é */
  'é'?: string | undefined;
  /** ſ */
  'ſ'?: string | undefined;
}

/** Properties of Props; nested values as Serialized text. */
export interface PropsProperties {
  DC_TITLE?: string | undefined;
  /** HttpResponseCode */
  HttpResponseCode_?: number | undefined;
  /** Serialized_Array */
  Serialized_Array_?: string | undefined;
  _?: string | undefined;
  /** 1st */
  _1st?: string | undefined;
  /** \u{d800} */
  __2?: string | undefined;
  /** 👍 */
  __3?: string | undefined;
  /** __proto__ */
  __proto___?: string | undefined;
  /** a'b"c`${d}\ */
  a_b_c___d__?: '*/' | '\'; evil(); \'' | '`${x}`' | '\u2028' | '\x3c/script>' | undefined;
  /** constructor */
  constructor_?: string | undefined;
  /** dc.title */
  dc_title_2?: string | undefined;
  /** dc:title */
  dc_title_3?: string | undefined;
  /** hasOwnProperty */
  hasOwnProperty_?: number | undefined;
  /** prototype */
  prototype_?: string | undefined;
  s?: string | undefined;
  /** toString */
  toString_?: string | undefined;
  /** valueOf */
  valueOf_?: boolean | undefined;
  /** x\u{202e}y */
  x_y?: string | undefined;
  'é'?: string | undefined;
  /** é */
  'é_2'?: string | undefined;
  /** ſ */
  'ſ_2'?: string | undefined;
}

/** SmartObject Props. */
export type PropsSmartObject = broker.HelperMethods<Props, PropsProperties>;

export const Props: broker.ServiceObject<PropsSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Props",
  "record": {
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
}`);
