/** Whether the server should be sent requests. */
export interface Readiness {
  /** Why it should not, in words; empty when it should. */
  reasons(): readonly string[];
  /** Tells that the analysis of the start went well. */
  passSelfCheck(): void;
  /** Tells that the server is about to stop: it still answers, and asks to be sent nothing more. */
  leave(): void;
}

/** Makes the state behind `/readyz`: not ready until the self-check has passed. */
export function createReadiness(): Readiness {
  let hasPassedSelfCheck = false;
  let isLeaving = false;
  return {
    reasons: () => [
      ...(hasPassedSelfCheck ? [] : ['The analysis at the start has not succeeded.']),
      ...(isLeaving ? ['The server is shutting down.'] : []),
    ],
    passSelfCheck() {
      hasPassedSelfCheck = true;
    },
    leave() {
      isLeaving = true;
    },
  };
}
