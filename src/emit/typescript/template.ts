import { templatesIn } from '../render-template.js';

/** A template of `templates/typescript`, by its name. */
export const template = templatesIn('typescript', ['header', 'service-object']);
