import { reasonOf, waitFor } from './wait-for.js';

/** What one of those who asked gets. */
export interface FlightResult<T> {
  /** The same object for all of them. */
  readonly value: T;
  /** Whether somebody else's work brought it. */
  readonly isShared: boolean;
}

/** Limits of one caller. */
export interface FlightOptions {
  /** Ends this caller's wait; the work ends when nobody waits any more. */
  readonly signal?: AbortSignal | undefined;
  /**
   * `false` joins work that is under way, and otherwise works alone.
   * @default true
   */
  readonly canLead?: boolean;
}

/** How many flights there may be. */
export interface SingleFlightOptions {
  /**
   * Pieces of work under way at once; whoever comes beyond that works alone.
   * @default 10000
   */
  readonly maxFlights?: number;
}

/** Does equal work once for all who ask at the same time. */
export interface SingleFlight {
  /**
   * Joins the work of `key`, or starts it. The work has a signal of its own, which ends when the
   * last one who waits has left. When it fails, all who wait now get the failure; the key is free
   * before they do.
   *
   * @throws What `work` throws, or the reason of the caller's signal.
   */
  run<T>(key: string, work: (signal: AbortSignal) => Promise<T>, options?: FlightOptions): Promise<FlightResult<T>>;
  /** Pieces of work under way that can be joined. */
  readonly size: number;
}

interface Flight {
  readonly controller: AbortController;
  readonly landed: Promise<unknown>;
  waiting: number;
}

const DEFAULTS = { maxFlights: 10_000 } as const satisfies Required<SingleFlightOptions>;

/** Makes a single flight; the keys must tell types of work apart, as they decide the type of the value. */
export function createSingleFlight(options: SingleFlightOptions = {}): SingleFlight {
  const { maxFlights } = { ...DEFAULTS, ...options };
  const flights = new Map<string, Flight>();

  const free = (key: string, flight: Flight) => {
    if (flights.get(key) === flight) flights.delete(key);
  };

  const start = (key: string, work: (signal: AbortSignal) => Promise<unknown>, isJoinable: boolean): Flight => {
    const controller = new AbortController();
    let settle!: { resolve: (value: unknown) => void; reject: (error: unknown) => void };
    const landed = new Promise<unknown>((resolve, reject) => { settle = { resolve, reject }; });
    const flight: Flight = { controller, landed, waiting: 0 };
    // Those who wait have handlers of their own; when all have left, nobody does.
    landed.catch(ignore);
    if (isJoinable) flights.set(key, flight);
    void startNow(() => work(controller.signal)).then(
      (value) => {
        free(key, flight);
        settle.resolve(value);
      },
      (error: unknown) => {
        free(key, flight);
        settle.reject(error);
      },
    );
    return flight;
  };

  const leave = (key: string, flight: Flight, reason: Error) => {
    flight.waiting -= 1;
    if (flight.waiting > 0) return;
    // Nobody may join work that is being ended.
    free(key, flight);
    flight.controller.abort(reason);
  };

  return {
    async run<T>(key: string, work: (signal: AbortSignal) => Promise<T>, { signal, canLead = true }: FlightOptions = {}): Promise<FlightResult<T>> {
      if (signal?.aborted) throw reasonOf(signal);
      const known = flights.get(key);
      const flight = known ?? start(key, work, canLead && flights.size < maxFlights);
      flight.waiting += 1;
      const value = await waitFor(flight.landed, signal, () => { leave(key, flight, reasonOf(signal!)); });
      // The key decides the type of the work.
      return { value: value as T, isShared: known !== undefined };
    },
    get size() {
      return flights.size;
    },
  };
}

/** Begins at once; a throw becomes a rejection. */
async function startNow(work: () => Promise<unknown>): Promise<unknown> {
  return await work();
}

function ignore(): void {
  // See where it is used.
}
