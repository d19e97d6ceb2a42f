/** What an act throws or rejects with; it fails the test where nothing is thrown. */
export async function thrownBy(act: () => unknown): Promise<Error> {
  let result: unknown;
  try {
    result = await act();
  } catch (error) {
    if (error instanceof Error) return error;
    throw new Error(`thrown, but no Error: ${String(error)}`);
  }
  throw new Error(`nothing was thrown, but given: ${JSON.stringify(result)}`);
}
