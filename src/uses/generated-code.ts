import type ts from 'typescript';
import { SIGNATURE } from '../model/signature.js';
import type { TypeScript } from './typescript.js';

/** What a declaration in generated code stands for, by system names. */
export type GeneratedPart =
  | { readonly kind: 'connector' }
  | { readonly kind: 'object'; readonly object: string }
  | { readonly kind: 'method'; readonly object: string; readonly method: string }
  | { readonly kind: 'input'; readonly object: string; readonly method: string; readonly name: string }
  | { readonly kind: 'output'; readonly object: string; readonly method: string; readonly name: string }
  | { readonly kind: 'property'; readonly object: string; readonly name: string };

const INSTANCE_FILE = /^(.*)\/service-instance\.[cm]?tsx?$/;

/** Whether a file is one that rest-broker made. */
export function isGenerated({ text }: ts.SourceFile): boolean {
  return text.startsWith(`// ${SIGNATURE} `);
}

/** A generated connector in a program. */
export interface GeneratedConnector {
  /** The Service Instance it was made for. */
  readonly name: string;
  /** With forward slashes, without one at its end. */
  readonly folder: string;
}

/** The generated connectors that a program has read. */
export function connectorsIn(program: ts.Program): GeneratedConnector[] {
  return program.getSourceFiles().flatMap((file) => {
    const folder = INSTANCE_FILE.exec(file.fileName)?.[1];
    if (folder === undefined || !isGenerated(file)) return [];
    const name = /["']?name["']?: *["']([\w-]+)["']/.exec(file.text)?.[1];
    return [{ name: name ?? folder.slice(folder.lastIndexOf('/') + 1), folder }];
  });
}

/** Tells what the declarations of one generated connector stand for; not by how they are called but where they are. */
export class GeneratedCode {
  readonly #ts: TypeScript;
  readonly #folder: string;
  /** Service Objects by the name of the interface of their Methods. */
  readonly #smartObjects = new Map<string, string>();
  readonly #objects = new Set<string>();

  constructor(typescript: TypeScript, program: ts.Program, { folder }: GeneratedConnector) {
    this.#ts = typescript;
    this.#folder = `${folder}/`;
    for (const file of program.getSourceFiles()) if (this.has(file)) file.statements.forEach(this.#learn);
  }

  has(file: ts.SourceFile): boolean {
    return file.fileName.startsWith(this.#folder) && isGenerated(file);
  }

  /** `export const Tasks: broker.ServiceObject<TasksSmartObject>` */
  readonly #learn = (statement: ts.Statement): void => {
    if (!this.#ts.isVariableStatement(statement)) return;
    for (const { name, type } of statement.declarationList.declarations) {
      if (!this.#ts.isIdentifier(name) || type === undefined || !this.#ts.isTypeReferenceNode(type)) continue;
      const [argument] = type.typeArguments ?? [];
      if (argument === undefined || !this.#ts.isTypeReferenceNode(argument)) continue;
      this.#objects.add(name.text);
      this.#smartObjects.set(argument.typeName.getText(), name.text);
    }
  };

  /** What a declaration stands for; undefined where it is not of this connector. */
  partOf(declaration: ts.Node): GeneratedPart | undefined {
    if (!this.has(declaration.getSourceFile())) return undefined;
    const { isPropertySignature, isInterfaceDeclaration, isTypeAliasDeclaration } = this.#ts;
    if (isPropertySignature(declaration)) return this.#member(declaration);
    if (isInterfaceDeclaration(declaration) || isTypeAliasDeclaration(declaration))
      return this.#type(declaration);
    if (this.#ts.isVariableDeclaration(declaration) && this.#objects.has(declaration.name.getText()))
      return { kind: 'object', object: declaration.name.getText() };
    return { kind: 'connector' };
  }

  #type(declaration: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): GeneratedPart {
    const object = this.#smartObjects.get(declaration.name.text) ?? this.#objectOfType(declaration);
    return declaration.name.text === 'SmartObjects' && !this.#objects.has('SmartObjects')
      ? { kind: 'connector' }
      : { kind: 'object', object };
  }

  #member(declaration: ts.PropertySignature): GeneratedPart | undefined {
    const name = nameOf(declaration);
    const { parent } = declaration;
    if (name === undefined) return undefined;
    if (!this.#ts.isInterfaceDeclaration(parent)) return this.#innerMember(name, parent);
    const object = this.#smartObjects.get(parent.name.text);
    if (object !== undefined) return { kind: 'method', object, method: name };
    if (this.#objects.has(name) && this.#type(parent).kind === 'connector')
      return { kind: 'object', object: name };
    return { kind: 'property', object: this.#objectOfType(parent), name };
  }

  /** A member of a type that is written out where it is used: the inputs of a Method, its outputs, part of a type. */
  #innerMember(name: string, literal: ts.Node): GeneratedPart | undefined {
    let node = literal;
    while (!this.#ts.isStatement(node.parent)) {
      const { parent } = node;
      const method = this.#methodOf(parent);
      if (method !== undefined && this.#ts.isTypeReferenceNode(parent)) {
        const isInput = parent.typeArguments?.[0] === node;
        return { kind: isInput ? 'input' : 'output', ...method, name };
      }
      node = parent;
    }
    const statement = node.parent;
    return this.#ts.isInterfaceDeclaration(statement) || this.#ts.isTypeAliasDeclaration(statement)
      ? { kind: 'property', object: this.#objectOfType(statement), name }
      : undefined;
  }

  /** The Method whose type a node is. */
  #methodOf(node: ts.Node): { readonly object: string; readonly method: string } | undefined {
    const { parent } = node;
    if (!this.#ts.isPropertySignature(parent) || parent.type !== node) return undefined;
    const part = this.partOf(parent);
    return part?.kind === 'method' ? { object: part.object, method: part.method } : undefined;
  }

  /** A type's mark has its name: `readonly [broker.typeName]?: 'nwc.Task'`. */
  #objectOfType(declaration: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): string {
    const { name } = declaration;
    const mark = /\[\w+\.typeName\]\?: *["'][\w-]+\.([^"']+)["']/.exec(declaration.getText())?.[1];
    if (mark !== undefined || this.#objects.has(name.text)) return mark ?? name.text;
    return name.text.replace(/Properties$/, '');
  }
}

function nameOf({ name }: ts.PropertySignature): string | undefined {
  return 'text' in name ? name.text : undefined;
}
