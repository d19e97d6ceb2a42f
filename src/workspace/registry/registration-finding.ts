/** One thing that is wrong with `service-instances.yaml`, or with what is to be written there. */
export interface RegistrationFinding {
  /** Keys from the top of the file; the first is the Service Instance's name. */
  readonly path: readonly string[];
  /** What is wrong, without a full stop. No value stands in it: it could be a secret. */
  readonly what: string;
  readonly advice: string;
}
