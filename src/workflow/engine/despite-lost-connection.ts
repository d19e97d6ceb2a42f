const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_600;

/** What the driver, the system and the server (class 57P) say of a connection that is gone, or not to be had now. */
const LOST = /^(?:ECONN[A-Z]+|EPIPE|ETIMEDOUT|CONNECTION_(?:CLOSED|DESTROYED)|CONNECT_TIMEOUT|57P0[123])$/;

/**
 * Does it again, for some three seconds, when the connection to the store was lost. For what may be done twice, and
 * would otherwise have to wait until a lease has run out.
 */
export async function despiteLostConnection<T>(act: () => Promise<T>): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; pauseMs <= LONGEST_PAUSE_MS; pauseMs *= 2) {
    try {
      return await act();
    } catch (error) {
      if (!isLost(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return act();
}

function isLost(error: unknown): boolean {
  return error instanceof Error && 'code' in error && LOST.test(String(error.code));
}
